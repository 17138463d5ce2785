package dev.corridor.memory;

import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

final class InMemoryOperators implements Operators {

    private final Memory memory;
    private final Map<String, OperatorLogin> logins = new TreeMap<>();
    private final Map<String, OperatorSession> sessions = new HashMap<>();

    InMemoryOperators(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<OperatorLogin> find(OperatorName name) {
        synchronized (memory) {
            return Optional.ofNullable(logins.get(name.value()));
        }
    }

    @Override
    public List<OperatorLogin> list(int limit) {
        synchronized (memory) {
            return logins.values().stream().limit(limit).toList();
        }
    }

    @Override
    public boolean add(OperatorLogin login, AuditRecord record) {
        synchronized (memory) {
            if (logins.putIfAbsent(login.name().value(), login) != null) {
                return false;
            }
            memory.auditRecords.add(record);
            return true;
        }
    }

    @Override
    public <R> R change(OperatorName name, Function<OperatorLogin, Change<R>> change) {
        synchronized (memory) {
            var changed = change.apply(find(name).orElseThrow(() -> new IllegalStateException("no such operator")));
            logins.put(name.value(), changed.login());
            if (changed.endsSessions()) {
                sessions.values().removeIf(session -> session.operator().equals(name));
            }
            changed.started().ifPresent(session -> sessions.put(session.hash(), session));
            memory.auditRecords.addAll(changed.records());
            return changed.result();
        }
    }

    @Override
    public Optional<OperatorSession> session(String hash) {
        synchronized (memory) {
            return Optional.ofNullable(sessions.get(hash));
        }
    }

    @Override
    public List<OperatorSession> ofPrograms(int limit) {
        synchronized (memory) {
            return sessions.values().stream()
                    .filter(session -> session.program().isPresent())
                    .sorted(Comparator.comparing((OperatorSession session) -> session.operator().value())
                            .thenComparing(session -> session.program().orElseThrow().value()))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void endSession(String hash, AuditRecord record) {
        synchronized (memory) {
            sessions.remove(hash);
            memory.auditRecords.add(record);
        }
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        synchronized (memory) {
            var expired = sessions.values().stream().filter(session -> session.expiresAt().isBefore(before)).limit(limit).toList();
            expired.forEach(session -> sessions.remove(session.hash()));
            return expired.size();
        }
    }
}
