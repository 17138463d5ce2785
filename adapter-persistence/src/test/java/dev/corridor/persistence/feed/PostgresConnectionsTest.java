package dev.corridor.persistence.feed;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract cannot say: nodes die. */
class PostgresConnectionsTest {

    private final OrganizationId organization = anOrganization().id();
    private final UUID dead = UUID.randomUUID();
    private final UUID alive = UUID.randomUUID();

    private TestDatabase database;
    private PostgresConnections connections;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        connections = new PostgresConnections(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_a_dead_node_held_counts_for_nothing_once_its_lease_is_over() {
        var lost = aConnection();
        assertThat(connections.open(lost, dead, 1)).isTrue();
        assertThat(connections.subscribe(lost, 5, 5)).isTrue();
        assertThat(connections.open(aConnection(), alive, 1)).isFalse();

        letAllLeasesEnd();

        assertThat(connections.of(organization)).isEmpty();
        assertThat(connections.close(organization, lost.id())).isFalse();
        var next = aConnection();
        assertThat(connections.open(next, alive, 1)).isTrue();
        assertThat(connections.subscribe(next, 5, 5)).isTrue();
    }

    @Test
    void a_node_that_comes_late_holds_what_nobody_has_forgotten() {
        var late = aConnection();
        connections.open(late, alive, 1);
        letAllLeasesEnd();

        assertThat(connections.hold(alive)).containsExactly(late.id());
        assertThat(connections.of(organization)).containsExactly(late);

        letAllLeasesEnd();
        assertThat(connections.hold(UUID.randomUUID())).isEmpty();
        assertThat(connections.hold(alive)).isEmpty();
    }

    private void letAllLeasesEnd() {
        Database.on(database.superuser())
                .useHandle(handle -> handle.execute("update connections set leased_until = now() - interval '1 second'"));
    }

    private Connection aConnection() {
        return new Connection(new ConnectionId(UUID.randomUUID()), organization, "somebody", IpAddress.parse("192.0.2.7"), 0, NOON);
    }
}
