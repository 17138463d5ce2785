package dev.corridor.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.idempotency.IdempotencyRows;
import dev.corridor.persistence.idempotency.RequestHash;
import dev.corridor.persistence.journal.PostgresRequestRecords;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update postings set amount = 1",
        "delete from postings",
        "truncate postings",
        "delete from transactions",
        "update transactions set amount = 1",
        "update quotes set to_amount = 1",
        "truncate balances cascade",
        "alter table postings disable trigger all",
        "drop table postings",
        "update audit_records set actor = 'nobody'",
        "delete from audit_records",
        "update network_transfers set receiver = organization_id",
        "delete from network_transfers",
        "delete from network_members",
        "update fee_schedules set bps = 0",
        "delete from fee_schedules",
        "update letters_of_authorization set authorized_organization_id = organization_id",
        "delete from letters_of_authorization",
        "delete from redeemed_share_tokens",
        "update payout_controls set most_per_day = 0",
        "delete from payout_controls",
        "delete from payout_tallies",
        "update payout_give_backs set amount = 0",
        "update payout_holds set maker = 'nobody'",
        "delete from payout_holds",
        "insert into operators select * from operators",
        "update operators set is_disabled = false",
        "delete from operators",
        "update operator_sessions set is_proved = true",
        "update proposals set proposed_by = 'nobody'",
        "delete from proposals",
        "truncate audit_records",
        "delete from api_keys",
        "delete from api_key_secrets",
        "update api_key_secrets set hash = ''",
        "update users set email = ''",
        "update sessions set expires_at = now()",
        "delete from users",
        "update receipts set units = 1",
        "delete from receipts",
        "update bank_entries set units = 1",
        "delete from bank_statements",
        "update accepted_differences set evidence = ''",
        "delete from reconciliations",
        "update idempotency_records set answer = ''",
        "truncate idempotency_records",
        "select * from idempotency_records_1",
        "update parts set current_part = 1",
        "update unused_quotes set examined_until = organization_id from quotes",
        "update closings set hash = ''",
        "delete from closings",
        "delete from closed_until",
        "update closed_balances set available = 1",
        "delete from closed_house_balances",
        "update ticks set price = 1",
        "delete from ticks",
        "delete from kept_ticks",
        "drop table ticks",
        "delete from requests",
        "drop table requests",
        "create table ticks_20250315 partition of ticks for values from ('2025-03-15') to ('2025-03-16')",
        "update events set statuses = '{COMPLETED}'",
        "truncate events",
        "delete from events",
        "delete from forgotten_events",
        "update event_numbering set first_sequence = 0",
        "select * from flyway_schema_history"
    })
    void the_service_may_not_rewrite_history(String statement) {
        assertThatThrownBy(() -> Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute(statement)))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void nodes_that_start_together_migrate_once() throws Exception {
        var empty = TestDatabase.createEmpty();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> Migrations.apply(empty));
            var second = threads.submit(() -> Migrations.apply(empty));
            first.get();
            second.get();
        }

        assertThat(texts(empty, "select version from flyway_schema_history where success order by installed_rank"))
                .startsWith("1", "2", "3").doesNotHaveDuplicates();
    }

    @Test
    void what_is_remembered_before_the_partitions_is_found_in_them() {
        var before = TestDatabase.createEmpty();
        Flyway.configure().dataSource(before).locations("classpath:dev/corridor/persistence/migration").target("17").load().migrate();
        var request = new IdempotencyKey(new OrganizationId(new UUID(1, 2)), "k1", "POST", "/v1/quotes");
        Jdbi.create(before).useHandle(handle -> handle.execute(
                "insert into idempotency_records values (?, ?, now(), 'k1', 'POST', '/v1/quotes', '', '200\n{}')",
                RequestHash.of(request),
                request.organization().uuid()));
        var noted = new RequestId(TimeOrderedUuid.of(Instant.now(), 1));
        Jdbi.create(before).useHandle(handle -> handle.execute(
                "insert into requests values (?, ?, 'key_1', 'POST', '/v1/quotes', 200, null, null, 7, now())",
                noted.uuid(),
                request.organization().uuid()));

        Migrations.apply(before);

        var found = new ArrayList<IdempotencyRecord>();
        var pipeline = new Pipeline();
        new IdempotencyRows().find(List.of(request), found::add, pipeline);
        Jdbi.create(before).useHandle(pipeline::run);
        assertThat(found).singleElement().extracting(IdempotencyRecord::answer).isEqualTo("200\n{}");
        var journal = new PostgresRequestRecords(before);
        var old = journal.find(request.organization(), noted).orElseThrow();
        var next = new RequestRecord(
                new RequestId(TimeOrderedUuid.of(Instant.now(), 1 << 10)),
                old.organization(), old.caller(), old.method(), old.route(), old.status(), old.code(), old.outcome(), old.duration(), old.at());
        journal.add(List.of(next));
        assertThat(journal.find(request.organization(), next.id())).isPresent();
        assertThat(journal.removeOldestDay(Instant.now())).isFalse();
        assertThat(journal.removeOldestDay(Instant.now().plus(Duration.ofDays(3)))).isTrue();
        assertThat(journal.find(request.organization(), noted)).isEmpty();
    }

    /** The statements of version 17. What such a node cannot do any more is to delete what is forgotten, which this version does. */
    @Test
    void nodes_of_the_version_before_go_on_beside_the_new_ones() {
        var migrated = TestDatabase.createEmpty();
        Migrations.apply(migrated);
        Jdbi.create(migrated).useHandle(handle -> {
            handle.execute("update parts set current_part = 2");
            handle.execute(Migrations.TAKE_ON_SERVICE_ROLE);
            handle.execute("""
                    insert into idempotency_records (request_hash, idempotency_key, organization_id, method, path, fingerprint, answer, answered_at)
                    select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)
                    """,
                    new UUID[]{new UUID(1, 1)}, new String[]{"k1"}, new UUID[]{new UUID(1, 2)}, new String[]{"POST"}, new String[]{"/v1/quotes"},
                    new String[]{""}, new String[]{"200\n{}"}, new Instant[]{Instant.now()});
            handle.execute("""
                    insert into events (organization_id, kind, sequence, subject_ids, statuses, reversed_by, returns, changed_at)
                    select unnest(array[?]), 'QUOTE', 1, array[?], array['PENDING'], array[null::uuid], array[0], array[now()]
                    """,
                    new UUID(1, 2), new UUID(1, 3));
            handle.createQuery("select prepare_ticks(current_date + 400)").mapTo(String.class).list();
            handle.createQuery("select drop_ticks(current_date + 400)").mapTo(String.class).list();

            assertThat(handle.createQuery("select part from idempotency_records union all select part from events").mapTo(Integer.class).list())
                    .containsExactly(2, 2);
        });
    }

    @Test
    void whoever_owns_the_database_can_migrate_without_being_superuser() {
        var superuser = Jdbi.create(database.superuser());
        superuser.useHandle(handle -> handle.execute("create role plain_owner login"));
        superuser.useHandle(handle -> handle.execute("grant corridor_service to plain_owner"));
        var owner = (PGSimpleDataSource) TestDatabase.createEmpty();
        superuser.useHandle(handle -> handle.execute("alter database " + owner.getDatabaseName() + " owner to plain_owner"));
        owner.setUser("plain_owner");

        Migrations.apply(owner);

        Jdbi.create(owner).useHandle(handle -> {
            handle.execute(Migrations.TAKE_ON_SERVICE_ROLE);
            assertThat(handle.createQuery("select count(*) from postings").mapTo(Long.class).one()).isZero();
            assertThatThrownBy(() -> handle.execute("delete from postings")).hasMessageContaining("permission denied");
        });
    }

    private static List<String> texts(DataSource dataSource, String query) {
        return Jdbi.create(dataSource).withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
