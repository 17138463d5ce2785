package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Connections}. */
public abstract class ConnectionsContract extends StoreContract {

    private static final SequentialIds IDS = new SequentialIds();
    private static final IpAddress HERE = IpAddress.parse("192.0.2.7");

    private final UUID node = UUID.randomUUID();

    @Test
    void pages_run_from_the_newest_and_are_their_organizations_only() {
        var first = aConnectionOf(organization, "a");
        var second = aConnectionOf(organization, "b");
        var theirs = aConnectionOf(stored(anOrganization()), "c");
        var third = aConnectionOf(organization, "d");
        List.of(first, second, theirs, third).forEach(connection -> assertThat(store.connections().open(connection, node, 1)).isTrue());

        assertThat(store.connections().page(organization.id(), new PageRequest<>(2, Optional.empty())))
                .isEqualTo(new Page<>(List.of(third, second), true));
        assertThat(store.connections().page(organization.id(), new PageRequest<>(2, Optional.of(second.id()))))
                .isEqualTo(new Page<>(List.of(first), false));
        assertThat(openOf(theirs.organization())).containsExactly(theirs);
    }

    @Test
    void a_crowd_opens_as_many_as_are_allowed() throws Exception {
        var opened = atOnce(20, () -> store.connections().open(aConnectionOf(organization, holder()), node, 3));

        assertThat(opened.stream().filter(success -> success)).hasSize(3);
        assertThat(openOf(organization.id())).hasSize(3);
    }

    @Test
    void a_crowd_subscribes_to_as_much_as_is_allowed_over_all_connections() throws Exception {
        var connections = IntStream.range(0, 4).mapToObj(i -> aConnectionOf(organization, holder())).toList();
        connections.forEach(connection -> store.connections().open(connection, node, 4));

        var turn = new AtomicInteger();
        var granted = atOnce(20, () -> store.connections().subscribe(connections.get(turn.getAndIncrement() % 4), 3, 10));

        assertThat(granted.stream().filter(success -> success)).hasSize(3);
        assertThat(openOf(organization.id()).stream().mapToInt(Connection::subscriptions).sum()).isEqualTo(9);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        var connection = opened();
        assertThat(store.connections().subscribe(connection, 5, 5)).isTrue();
        assertThat(store.connections().subscribe(connection, 1, 5)).isFalse();

        store.connections().unsubscribe(connection, 2);

        assertThat(store.connections().subscribe(connection, 2, 5)).isTrue();
        store.connections().end(connection);
        assertThat(openOf(organization.id())).isEmpty();
        assertThat(store.connections().open(aConnectionOf(organization, holder()), node, 1)).isTrue();
    }

    @Test
    void a_connection_is_closed_by_its_own_organization_alone_and_once() {
        var connection = opened();
        var stranger = stored(anOrganization());

        assertThat(store.connections().close(stranger.id(), connection.id())).isFalse();
        assertThat(store.connections().hold(node, Set.of(connection.id()))).containsExactly(connection.id());

        assertThat(store.connections().close(organization.id(), connection.id())).isTrue();
        assertThat(store.connections().close(organization.id(), connection.id())).isFalse();
        assertThat(store.connections().hold(node, Set.of(connection.id()))).isEmpty();
        assertThat(store.connections().subscribe(connection, 1, 5)).isFalse();
    }

    @Test
    void a_node_holds_its_own() {
        var connection = opened();

        assertThat(store.connections().hold(UUID.randomUUID(), Set.of(connection.id()))).isEmpty();
        assertThat(store.connections().hold(node, Set.of(connection.id()))).containsExactly(connection.id());
    }

    private Connection opened() {
        var connection = aConnectionOf(organization, holder());
        assertThat(store.connections().open(connection, node, 1)).isTrue();
        return connection;
    }

    private List<Connection> openOf(OrganizationId id) {
        return store.connections().page(id, PageRequest.first()).items();
    }

    private String holder() {
        return "key of " + organization.id();
    }

    private static Connection aConnectionOf(Organization organization, String holder) {
        return new Connection(new ConnectionId(IDS.next()), organization.id(), holder + organization.id(), HERE, 0, NOON);
    }

    private static List<Boolean> atOnce(int count, Callable<Boolean> attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            return threads.invokeAll(IntStream.range(0, count).mapToObj(i -> attempt).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
