package dev.corridor.portal.door;

import dev.corridor.application.user.RefreshAccess;
import dev.corridor.domain.audit.Origin;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refreshes the access of browsers. A browser sends several requests at a time with the same refresh token, and where tokens are used once the second use
 * would end the session. So what a token gave is given again for some seconds.
 */
@Singleton
final class Refreshes {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final RefreshAccess refreshAccess;
    private final InstantSource clock;
    private final Map<String, Refresh> recent = new ConcurrentHashMap<>();

    private record Refresh(Instant begun, CompletableFuture<RefreshAccess.Result> result) {}

    Refreshes(RefreshAccess refreshAccess, InstantSource clock) {
        this.refreshAccess = refreshAccess;
        this.clock = clock;
    }

    RefreshAccess.Result refresh(String token, Origin origin) {
        var now = clock.instant();
        recent.values().removeIf(one -> one.begun.plus(REMEMBERED).isBefore(now));
        var mine = new Refresh(now, new CompletableFuture<>());
        var first = recent.putIfAbsent(token, mine);
        return first == null ? begin(token, origin, mine) : await(first);
    }

    private RefreshAccess.Result begin(String token, Origin origin, Refresh refresh) {
        try {
            var result = refreshAccess.refresh(new RefreshAccess.Command(token, origin));
            refresh.result.complete(result);
            return result;
        } catch (RuntimeException refusal) {
            recent.remove(token, refresh);
            refresh.result.completeExceptionally(refusal);
            throw refusal;
        }
    }

    private static RefreshAccess.Result await(Refresh refresh) {
        try {
            return refresh.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
