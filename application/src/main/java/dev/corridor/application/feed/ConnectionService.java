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
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

public final class ConnectionService implements OpenConnection, TrackConnections, ListConnections, CloseConnection {

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
        if (!connections.open(connection, node, limit)) {
            throw new BusinessException(new ConnectionLimitExceeded(limit));
        }
        return connection;
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
