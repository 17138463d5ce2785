package dev.corridor.persistence.access;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.Credentials.Recollection;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyStatus;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.organization.Organization;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CachedCredentialsTest {

    private final Organization organization = anOrganization();
    private final ApiKey key = aKeyOf(organization);
    private final String hash = key.secret().hash();

    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Credential> stored = new HashMap<>(Map.of(hash, new Credential(key, hash, organization.status())));
    private final List<String> asked = new ArrayList<>();
    private final CachedCredentials cached = new CachedCredentials(this::ask, nanos::get);

    private Optional<Credential> ask(String hash) {
        asked.add(hash);
        return Optional.ofNullable(stored.get(hash));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void without_news_it_remembers_for_a_second() {
        assertThat(cached.recall(hash)).isInstanceOf(Recollection.Unknown.class);
        assertThat(cached.find(hash)).isPresent();
        assertThat(cached.find("absent")).isEmpty();

        pass(CachedCredentials.MAX_AGE);
        assertThat(cached.recall(hash)).isInstanceOf(Recollection.Known.class);
        assertThat(cached.recall("absent")).isInstanceOf(Recollection.Absent.class);
        assertThat(cached.find(hash)).isPresent();
        assertThat(asked).containsExactly(hash, "absent");

        pass(Duration.ofNanos(1));
        assertThat(cached.recall(hash)).isInstanceOf(Recollection.Unknown.class);
        assertThat(cached.recall("absent")).isInstanceOf(Recollection.Unknown.class);
    }

    @Test
    void as_long_as_it_hears_all_it_need_not_ask() {
        cached.find(hash);
        for (int second = 0; second < 100; second++) {
            pass(CachedCredentials.MAX_AGE);
            cached.heardAllUntil(nanos.get());
        }

        assertThat(cached.find(hash)).isPresent();
        assertThat(asked).containsExactly(hash);
    }

    @Test
    void a_change_is_forgotten_with_all_that_was_absent() {
        var other = anOrganization();
        var othersKey = aKeyOf(other);
        stored.put(othersKey.secret().hash(), new Credential(othersKey, othersKey.secret().hash(), other.status()));
        cached.find(hash);
        cached.find("absent");
        cached.find(othersKey.secret().hash());

        cached.forget(organization.id());

        assertThat(cached.recall(hash)).isInstanceOf(Recollection.Unknown.class);
        assertThat(cached.recall("absent")).isInstanceOf(Recollection.Unknown.class);
        assertThat(cached.recall(othersKey.secret().hash())).isInstanceOf(Recollection.Known.class);
    }

    @Test
    void an_answer_that_a_change_has_overtaken_is_not_kept() {
        var overtaken = new AtomicLong();
        var holder = new ArrayList<CachedCredentials>();
        Credentials slow = asked -> {
            if (overtaken.getAndIncrement() == 0) {
                holder.getFirst().forget(organization.id());
            }
            return ask(asked);
        };
        holder.add(new CachedCredentials(slow, nanos::get));

        assertThat(holder.getFirst().find(hash)).isPresent();

        assertThat(holder.getFirst().recall(hash)).isInstanceOf(Recollection.Unknown.class);
    }

    @Test
    void whoever_tries_many_keys_does_not_push_out_those_that_are_in_use() {
        cached.find(hash);
        for (int i = 0; i < 60_000; i++) {
            cached.find("absent " + i);
        }

        assertThat(cached.recall(hash)).isInstanceOf(Recollection.Known.class);
    }

    @Test
    void every_node_hears_of_a_change() {
        try (var database = TestDatabase.create();
                var first = Node.on(database);
                var second = Node.on(database)) {
            new PostgresRegistry(database.dataSource()).enrol(organization, key, List.of());
            first.await(hash, ApiKeyStatus.ENABLED);
            second.await(hash, ApiKeyStatus.ENABLED);

            lock(database);

            first.await(hash, ApiKeyStatus.LOCKED);
            second.await(hash, ApiKeyStatus.LOCKED);
        }
    }

    /** Probes by the listener keep entries valid, however much time passes. */
    @Test
    void a_node_that_listens_need_not_ask_again() {
        try (var database = TestDatabase.create();
                var listener = AccessChangeListener.start(database.dataSource(), nanos::get, cached)) {
            Node.until(cached::hearsAll);
            cached.find(hash);

            pass(Duration.ofDays(1));

            Node.until(() -> cached.recall(hash) instanceof Recollection.Known);
            assertThat(asked).containsExactly(hash);
            assertThat(listener).isNotNull();
        }
    }

    /** The connections are killed before the change, and stale credentials must still not be accepted. */
    @Test
    void a_node_that_has_lost_its_connection_still_learns_of_a_change() {
        try (var database = TestDatabase.create();
                var node = Node.on(database)) {
            new PostgresRegistry(database.dataSource()).enrol(organization, key, List.of());
            node.await(hash, ApiKeyStatus.ENABLED);
            var superuser = Jdbi.create(database.superuser());
            superuser.useHandle(handle -> handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));

            lock(database);

            node.await(hash, ApiKeyStatus.LOCKED);
            superuser.useHandle(handle -> handle.execute("update api_keys set status = 'ENABLED'"));
            superuser.useHandle(handle -> handle.execute("select pg_notify('corridor_access', ?)", organization.id().toString()));
            node.await(hash, ApiKeyStatus.ENABLED);
        }
    }

    private void lock(TestDatabase database) {
        new PostgresRegistry(database.superuser()).decide(organization.id(), Optional.empty(), open -> {
            open.replace(key.lock(NOON), new Operator(), NOON);
            return open;
        });
    }

    private record Node(CachedCredentials credentials, AccessChangeListener listener) implements AutoCloseable {

        static Node on(TestDatabase database) {
            var credentials = new CachedCredentials(new PostgresCredentials(database.dataSource()));
            return new Node(credentials, AccessChangeListener.start(database.dataSource(), credentials));
        }

        void await(String hash, ApiKeyStatus status) {
            until(() -> find(hash).filter(found -> found.key().status() == status).isPresent());
        }

        /** A pooled connection that was killed may fail once. */
        private Optional<Credential> find(String hash) {
            try {
                return credentials.find(hash);
            } catch (Credentials.Unreachable e) {
                return Optional.empty();
            }
        }

        private static void until(BooleanSupplier happened) {
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!happened.getAsBoolean()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }

        @Override
        public void close() {
            listener.close();
        }
    }
}
