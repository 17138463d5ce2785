package dev.corridor.persistence.user;

import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aTokenOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Users.Registration;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.persistence.access.FreshCache;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CachedSessionsTest {

    private final Organization organization = anOrganization();
    private final User user = aUserOf(organization);
    private final Token token = aTokenOf(user, TokenType.ACCESS);

    @Test
    void a_token_is_looked_up_once_and_again_when_the_node_may_have_missed_something() {
        try (var database = TestDatabase.create()) {
            register(database);
            var nanos = new AtomicLong();
            var sessions = new CachedSessions(new PostgresSessions(database.dataSource()), nanos::get);

            assertThat(sessions.recall(token)).isEmpty();
            assertThat(sessions.find(token)).isPresent();
            nanos.addAndGet(FreshCache.MAX_AGE.toNanos());
            assertThat(sessions.recall(token)).isPresent();
            nanos.incrementAndGet();
            assertThat(sessions.recall(token)).isEmpty();
        }
    }

    @Test
    void every_node_hears_of_what_is_revoked_and_of_what_becomes_of_organizations() {
        try (var database = TestDatabase.create();
                var first = Node.on(database);
                var second = Node.on(database)) {
            register(database);
            var other = aTokenOf(user, TokenType.ACCESS);
            first.await(token, Predicate.not(Session::revoked));
            second.await(token, Predicate.not(Session::revoked));
            second.await(other, Predicate.not(Session::revoked));

            first.sessions.revoke(List.of(token), List.of());

            assertThat(first.sessions.find(token).orElseThrow().revoked()).isTrue();
            second.await(token, Session::revoked);
            second.await(other, Predicate.not(Session::revoked));
            new PostgresRegistry(database.dataSource()).decide(organization.id(), Optional.empty(), open -> {
                open.record(open.organization().withStatus(OrganizationStatus.CLOSED));
                return open;
            });
            first.await(other, session -> session.client() == OrganizationStatus.CLOSED);
            second.await(other, session -> session.client() == OrganizationStatus.CLOSED);
        }
    }

    /** The connections are killed before the change, and stale sessions must still not be accepted. */
    @Test
    void a_node_that_has_lost_its_connection_still_learns_of_what_is_revoked() {
        try (var database = TestDatabase.create();
                var node = Node.on(database)) {
            register(database);
            node.await(token, Predicate.not(Session::revoked));
            Jdbi.create(database.superuser()).useHandle(handle -> handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));

            new PostgresSessions(database.superuser()).revoke(List.of(token), List.of());

            node.await(token, Session::revoked);
        }
    }

    private void register(TestDatabase database) {
        var registration = new Registration(user, organization, aPrimaryAccountOf(organization), List.of());
        assertThat(new PostgresUsers(database.dataSource()).register(registration)).isTrue();
    }

    private record Node(CachedSessions sessions, AccessChangeListener listener) implements AutoCloseable {

        static Node on(TestDatabase database) {
            var sessions = new CachedSessions(new PostgresSessions(database.dataSource()));
            return new Node(sessions, AccessChangeListener.start(database.dataSource(), sessions));
        }

        void await(Token token, Predicate<Session> state) {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (find(token).filter(state).isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }

        /** A pooled connection that was killed may fail once. */
        private Optional<Session> find(Token token) {
            try {
                return sessions.find(token);
            } catch (Sessions.Unreachable e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            listener.close();
        }
    }
}
