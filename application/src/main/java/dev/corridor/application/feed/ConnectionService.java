package dev.corridor.application.feed;

import dev.corridor.application.Page;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Plan;
import dev.corridor.domain.access.Plans;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;
import dev.corridor.domain.feed.FeedError.ConnectionNotFound;
import dev.corridor.domain.feed.FeedError.SubscriptionLimitExceeded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

public final class ConnectionService implements OpenConnection, TrackConnections, ListConnections, CloseConnection {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Connections connections;
    private final Plans plans;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final UUID node;

    public ConnectionService(Connections connections, Plans plans, TimeOrderedIds ids, InstantSource clock) {
        this.connections = connections;
        this.plans = plans;
        this.ids = ids;
        this.clock = clock;
        this.node = ids.next();
    }

    @Override
    public Connection open(OpenConnection.Command command) {
        var caller = command.caller();
        var connection = new Connection(
                new ConnectionId(ids.next()),
                caller.organization(),
                caller.principal().toString(),
                command.from(),
                0,
                clock.instant());
        int limit = planOf(caller).webSocketConnections();
        if (!connections.open(connection, node, limit) && !takeOver(connection, limit)) {
            throw new BusinessException(new ConnectionLimitExceeded(limit));
        }
        return connection;
    }

    /** A client that reconnects after a failure of its network or its node would otherwise be locked out by its own dead connection. */
    private boolean takeOver(Connection connection, int limit) {
        connections.question(connection);
        boolean isUndecided;
        do {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            isUndecided = connections.isQuestioned(connection);
            if (connections.open(connection, node, limit)) {
                return true;
            }
        } while (isUndecided);
        return false;
    }

    @Override
    public boolean confirm(Connection connection) {
        return connections.confirm(connection);
    }

    @Override
    public void subscribe(Caller caller, Connection connection, int more) {
        int limit = planOf(caller).subscriptions();
        if (!connections.subscribe(connection, more, limit)) {
            throw new BusinessException(new SubscriptionLimitExceeded(limit));
        }
    }

    @Override
    public void unsubscribe(Connection connection, int fewer) {
        connections.unsubscribe(connection, fewer);
    }

    @Override
    public void end(Connection connection) {
        connections.end(connection);
    }

    @Override
    public Set<ConnectionId> hold(Set<ConnectionId> open) {
        return connections.hold(node, open);
    }

    @Override
    public Page<Connection> list(ListConnections.Command command) {
        return connections.page(command.caller().organization(), command.page());
    }

    @Override
    public void close(CloseConnection.Command command) {
        if (!connections.close(command.caller().organization(), command.connection())) {
            throw new BusinessException(new ConnectionNotFound(command.connection()));
        }
    }

    private Plan planOf(Caller caller) {
        return plans.of(caller.tier());
    }
}
