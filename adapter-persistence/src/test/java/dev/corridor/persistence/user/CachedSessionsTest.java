package dev.corridor.persistence.user;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aSessionOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.application.user.port.Users.Registration;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
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

    private static final Predicate<PresentedSession> IS_OPEN = presented -> presented.session().endedAt().isEmpty();

    private final Organization organization = anOrganization();
    private final User user = aUserOf(organization);
    private final Session session = aSessionOf(user);
    private final Token token = Token.refresh(session, NOON);

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
    void every_node_hears_of_what_is_ended_and_of_what_becomes_of_organizations() {
        try (var database = TestDatabase.create();
                var first = Node.on(database);
                var second = Node.on(database)) {
            register(database);
            var kept = aSessionOf(user);
            change(first.users, kept);
            var other = Token.refresh(kept, NOON);
            first.await(token, IS_OPEN);
            second.await(token, IS_OPEN);
            second.await(other, IS_OPEN);

            change(first.users, session.end(NOON));

            assertThat(first.sessions.find(token).filter(IS_OPEN)).isEmpty();
            second.await(token, Predicate.not(IS_OPEN));
            second.await(other, IS_OPEN);
            new PostgresRegistry(database.dataSource()).decide(organization.id(), Optional.empty(), open -> {
                open.record(open.organization().withStatus(OrganizationStatus.CLOSED, NOON));
                return open;
            });
            first.await(other, presented -> presented.client() == OrganizationStatus.CLOSED);
            second.await(other, presented -> presented.client() == OrganizationStatus.CLOSED);
        }
    }

    /** The connections are killed before the change, and stale sessions must still not be accepted. */
    @Test
    void a_node_that_has_lost_its_connection_still_learns_of_what_is_ended() {
        try (var database = TestDatabase.create();
                var node = Node.on(database)) {
            register(database);
            node.await(token, IS_OPEN);
            Jdbi.create(database.superuser()).useHandle(handle -> handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));

            change(new PostgresUsers(database.superuser()), session.end(NOON));

            node.await(token, Predicate.not(IS_OPEN));
        }
    }

    private void register(TestDatabase database) {
        var registration = new Registration(user, organization, aPrimaryAccountOf(organization), List.of());
        var users = new PostgresUsers(database.dataSource());
        assertThat(users.register(registration)).isTrue();
        change(users, session);
    }

    private void change(PostgresUsers users, Session session) {
        users.change(user.id(), open -> new Change<>(session, user, List.of(session), List.of()));
    }

    private record Node(CachedSessions sessions, PostgresUsers users, AccessChangeListener listener) implements AutoCloseable {

        static Node on(TestDatabase database) {
            var sessions = new CachedSessions(new PostgresSessions(database.dataSource()));
            return new Node(sessions, new PostgresUsers(database.dataSource(), sessions::forget),
                    AccessChangeListener.start(database.dataSource(), sessions));
        }

        void await(Token token, Predicate<PresentedSession> state) {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (find(token).filter(state).isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }

        /** A pooled connection that was killed may fail once. */
        private Optional<PresentedSession> find(Token token) {
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
