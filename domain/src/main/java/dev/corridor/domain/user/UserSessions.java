package dev.corridor.domain.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user and their open sessions: what changes together.
 *
 * @param open not ended, oldest first
 */
public record UserSessions(User user, List<Session> open) {

    /** The most open sessions of a user. */
    public static final int MAX_OPEN = 100;

    public UserSessions {
        open = List.copyOf(open);
    }

    public Optional<Session> find(SessionId id) {
        return open.stream().filter(session -> session.id().equals(id)).findAny();
    }

    /** Adds a session; the oldest one ends if there would be too many. The result is what has changed. */
    public List<Session> start(Session started, Instant now) {
        var changed = new ArrayList<>(open.stream().limit(Math.max(0, open.size() + 1 - MAX_OPEN)).map(session -> session.end(now)).toList());
        changed.add(started);
        return changed;
    }

    /** Ends them all. The result is what has changed. */
    public List<Session> endAll(Instant now) {
        return open.stream().map(session -> session.end(now)).toList();
    }
}
