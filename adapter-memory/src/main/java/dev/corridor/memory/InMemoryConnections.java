package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open connections of a single node. Leases do not expire, because the registry ends with its node. */
final class InMemoryConnections implements Connections {

    private record Held(Connection connection, UUID node) {}

    private final Map<ConnectionId, Held> connections = new LinkedHashMap<>();

    @Override
    public synchronized boolean open(Connection connection, UUID node, int limit) {
        boolean isAllowed = heldBy(connection.holder()).count() < limit;
        if (isAllowed) {
            connections.put(connection.id(), new Held(connection, node));
        }
        return isAllowed;
    }

    /** None is: there is no node but this one, and it ends its connections itself. */
    @Override
    public void question(Connection newcomer) {}

    @Override
    public boolean isQuestioned(Connection newcomer) {
        return false;
    }

    @Override
    public synchronized boolean confirm(Connection connection) {
        return connections.containsKey(connection.id());
    }

    @Override
    public synchronized boolean subscribe(Connection connection, int more, int limit) {
        int all = heldBy(connection.holder()).mapToInt(Connection::subscriptions).sum();
        boolean isAllowed = all + more <= limit && connections.containsKey(connection.id());
        if (isAllowed) {
            add(connection.id(), more);
        }
        return isAllowed;
    }

    @Override
    public synchronized void unsubscribe(Connection connection, int fewer) {
        add(connection.id(), -fewer);
    }

    @Override
    public synchronized void end(Connection connection) {
        connections.remove(connection.id());
    }

    @Override
    public synchronized Set<ConnectionId> hold(UUID node, Set<ConnectionId> open) {
        return connections.values().stream()
                .filter(held -> held.node.equals(node))
                .map(held -> held.connection.id())
                .filter(open::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Page<Connection> page(OrganizationId organization, PageRequest<ConnectionId> request) {
        return Memory.page(
                organization,
                connections.values().stream().map(Held::connection).toList(),
                connection -> true,
                connection -> connection.id().uuid(),
                request.map(ConnectionId::uuid));
    }

    @Override
    public synchronized boolean close(OrganizationId organization, ConnectionId id) {
        return connections.values().removeIf(held -> held.connection.id().equals(id) && organization.owns(held.connection));
    }

    private Stream<Connection> heldBy(String holder) {
        return connections.values().stream().map(Held::connection).filter(connection -> connection.holder().equals(holder));
    }

    private void add(ConnectionId id, int subscriptions) {
        connections.computeIfPresent(id, (known, held) -> new Held(
                new Connection(
                        id,
                        held.connection.organization(),
                        held.connection.holder(),
                        held.connection.from(),
                        held.connection.subscriptions() + subscriptions,
                        held.connection.openedAt()),
                held.node));
    }
}
