package dev.corridor.memory;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions and revoked tokens. */
final class InMemorySessions implements Sessions {

    private final Memory memory;
    private final Map<TokenId, Token> revokedTokens = new HashMap<>();

    InMemorySessions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Session> find(Token token) {
        synchronized (memory) {
            return Optional.ofNullable(memory.users.get(token.user()))
                    .map(user -> new Session(
                            user.id(),
                            user.organization(),
                            memory.organizations.get(user.organization()).status(),
                            revokedTokens.containsKey(token.id())));
        }
    }

    @Override
    public void revoke(List<Token> tokens, List<AuditRecord> records) {
        synchronized (memory) {
            tokens.forEach(token -> revokedTokens.put(token.id(), token));
            memory.auditRecords.addAll(records);
        }
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        synchronized (memory) {
            var expired = revokedTokens.values().stream()
                    .filter(token -> token.expiresAt().isBefore(before))
                    .sorted(Comparator.comparing(Token::expiresAt))
                    .limit(limit)
                    .map(Token::id)
                    .toList();
            expired.forEach(revokedTokens::remove);
            return expired.size();
        }
    }
}
