package dev.corridor.persistence.feed;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead nodes, which the contract test cannot simulate. */
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

        assertThat(connections.page(organization, PageRequest.first()).items()).isEmpty();
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

        assertThat(connections.hold(alive, Set.of(late.id()))).containsExactly(late.id());
        assertThat(connections.page(organization, PageRequest.first()).items()).containsExactly(late);

        letAllLeasesEnd("10 minutes");
        assertThat(connections.hold(UUID.randomUUID(), Set.of())).isEmpty();
        assertThat(connections.hold(alive, Set.of(late.id()))).isEmpty();
    }

    @Test
    void what_a_node_does_not_have_any_more_ends_with_its_lease() {
        var open = aConnection();
        var ended = aConnection();
        connections.open(open, alive, 2);
        connections.open(ended, alive, 2);
        letAllLeasesEnd();

        connections.hold(alive, Set.of(open.id()));

        assertThat(connections.page(organization, PageRequest.first()).items()).containsExactly(open);
    }

    @Test
    void a_questioned_connection_ends_unless_it_is_confirmed() {
        var silent = aConnection();
        var lively = aConnection();
        connections.open(silent, dead, 2);
        connections.open(lively, alive, 2);
        var newcomer = aConnection();
        assertThat(connections.isQuestioned(newcomer)).isFalse();

        connections.question(newcomer);
        assertThat(connections.open(newcomer, alive, 2)).isFalse();
        assertThat(connections.isQuestioned(newcomer)).isTrue();
        assertThat(connections.confirm(lively)).isTrue();
        connections.hold(dead, Set.of(silent.id()));
        letTimePass(Connections.QUESTION_SECONDS);

        assertThat(connections.isQuestioned(newcomer)).isFalse();
        assertThat(connections.confirm(silent)).isFalse();
        assertThat(connections.open(newcomer, alive, 2)).isTrue();
        assertThat(connections.open(aConnection(), alive, 2)).isFalse();
    }

    @Test
    void connections_of_others_are_not_questioned() {
        var theirs = aConnection();
        connections.open(theirs, alive, 1);

        connections.question(new Connection(
                new ConnectionId(UUID.randomUUID()), anOrganization().id(), "a user", IpAddress.parse("192.0.2.7"), 0, NOON));
        connections.question(new Connection(
                new ConnectionId(UUID.randomUUID()), organization, "another user", IpAddress.parse("192.0.2.7"), 0, NOON));

        assertThat(connections.isQuestioned(aConnection())).isFalse();
    }

    private void letTimePass(int seconds) {
        Database.on(database.superuser())
                .useHandle(handle -> handle.execute("update connections set leased_until = leased_until - make_interval(secs => ?)", seconds));
    }

    private void letAllLeasesEnd() {
        letAllLeasesEnd("1 second");
    }

    private void letAllLeasesEnd(String ago) {
        Database.on(database.superuser())
                .useHandle(handle -> handle.execute("update connections set leased_until = now() - cast(? as interval)", ago));
    }

    private Connection aConnection() {
        return new Connection(new ConnectionId(UUID.randomUUID()), organization, "somebody", IpAddress.parse("192.0.2.7"), 0, NOON);
    }
}
