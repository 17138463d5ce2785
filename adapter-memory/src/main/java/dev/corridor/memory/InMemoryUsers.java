package dev.corridor.memory;

import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserSessions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

final class InMemoryUsers implements Users {

    private final Memory memory;

    InMemoryUsers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        synchronized (memory) {
            return memory.users.values().stream().filter(user -> user.email().equals(email)).findAny();
        }
    }

    @Override
    public Optional<User> find(UserId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.users.get(id));
        }
    }

    @Override
    public boolean register(Registration registration) {
        synchronized (memory) {
            if (!add(registration.user(), registration.records())) {
                return false;
            }
            memory.organizations.put(registration.organization().id(), registration.organization());
            var account = registration.primaryAccount();
            memory.accounts.put(account.id(), account);
            return true;
        }
    }

    @Override
    public boolean add(User user, List<AuditRecord> records) {
        synchronized (memory) {
            if (find(user.email()).isPresent()) {
                return false;
            }
            memory.users.put(user.id(), user);
            memory.auditRecords.addAll(records);
            return true;
        }
    }

    @Override
    public <R> R change(UserId id, Function<UserSessions, Change<R>> change) {
        synchronized (memory) {
            var user = find(id).orElseThrow(() -> new IllegalStateException("no such user"));
            var changed = change.apply(new UserSessions(user, openSessionsOf(id)));
            memory.users.put(id, changed.user());
            changed.sessions().forEach(session -> memory.sessions.put(session.id(), session));
            memory.auditRecords.addAll(changed.records());
            return changed.result();
        }
    }

    private List<Session> openSessionsOf(UserId id) {
        return memory.sessions.values().stream()
                .filter(session -> session.user().equals(id) && session.endedAt().isEmpty())
                .sorted(Comparator.comparing(session -> session.id().toString()))
                .toList();
    }
}
