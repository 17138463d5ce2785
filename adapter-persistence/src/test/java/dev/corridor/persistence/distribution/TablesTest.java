package dev.corridor.persistence.distribution;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema can be distributed by organization. Each rule is proved on a table that breaks it. */
class TablesTest {

    /** {@code place} has the tables as they are listed; {@code existing} has those that there are, without partitions. */
    private static final String WITH = """
            with place as (
                select * from unnest(:names, :places) as listed (name, place)
            ), existing as (
                select oid, relname::text as name
                from pg_class
                where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
            ), tenant as (
                select existing.* from existing join place using (name) where place = 'TENANT'
            ), reference as (
                select conname::text as name, conkey, confkey, conrelid, confrelid, origin.place as here, target.place as there
                from pg_constraint
                join existing as origin_table on origin_table.oid = conrelid
                join existing as target_table on target_table.oid = confrelid
                left join place as origin on origin.name = origin_table.name
                left join place as target on target.name = target_table.name
                where contype = 'f'
            ), organization as (
                select attrelid, attnum from pg_attribute where attname = 'organization_id'
            )
            """;

    enum Rule {

        EVERY_TABLE_IS_LISTED(
                "select name from existing where name not in (select name from place)",
                "create table planted (organization_id uuid primary key)",
                "planted"),

        EVERYTHING_THAT_IS_LISTED_IS_A_TABLE(
                "select name from place where name not in (select name from existing)",
                "drop table candles",
                "candles"),

        A_TENANT_TABLE_HAS_A_PRIMARY_KEY(
                "select name from tenant where not exists (select from pg_index where indrelid = oid and indisprimary)",
                "alter table nonces drop constraint nonces_pkey",
                "nonces"),

        A_UNIQUE_KEY_OF_A_TENANT_TABLE_CONTAINS_THE_ORGANIZATION(
                """
                select indexrelid::regclass::text
                from tenant
                join pg_index on indrelid = oid
                where indisunique and not exists (select from organization where attrelid = oid and attnum = any(indkey))
                """,
                "create unique index planted on quotes (quote_id)",
                "planted"),

        A_FOREIGN_KEY_OF_A_TENANT_TABLE_STAYS_AMONG_TENANT_TABLES(
                "select name from reference where here = 'TENANT' and there <> 'TENANT'",
                "alter table nonces add constraint planted foreign key (organization_id) references organizations",
                "planted"),

        A_FOREIGN_KEY_BETWEEN_TENANT_TABLES_STAYS_WITHIN_THE_ORGANIZATION(
                """
                select name
                from reference
                join organization as own on own.attrelid = conrelid
                join organization as other on other.attrelid = confrelid
                where here = 'TENANT' and there = 'TENANT'
                    and array_position(conkey, own.attnum) is distinct from array_position(confkey, other.attnum)
                """,
                "alter table network_transfers add constraint planted foreign key (receiving_account, receiver) references accounts",
                "planted"),

        NO_OTHER_TABLE_REFERS_TO_A_TENANT_TABLE(
                "select name from reference where here <> 'TENANT' and there = 'TENANT'",
                "alter table api_keys add constraint planted foreign key (api_key_id, organization_id) references webhook_endpoints",
                "planted"),

        A_GLOBAL_TABLE_REFERS_TO_GLOBAL_TABLES_ONLY(
                "select name from reference where here = 'GLOBAL' and there <> 'GLOBAL'",
                "alter table receipts add constraint planted foreign key (organization_id) references network_members",
                "planted"),

        THERE_ARE_NO_TRIGGERS(
                "select tgname::text from pg_trigger where not tgisinternal",
                "create trigger planted before update on balances for each row execute function suppress_redundant_updates_trigger()",
                "planted");

        private final String violations;
        private final String plant;
        private final String planted;

        Rule(String violations, String plant, String planted) {
            this.violations = violations;
            this.plant = plant;
            this.planted = planted;
        }

        List<String> violations(Handle handle) {
            return handle.createQuery(WITH + violations)
                    .bindArray("names", String.class, Tables.ALL.stream().map(Table::name).toList())
                    .bindArray("places", String.class, Tables.ALL.stream().map(table -> table.place().name()).toList())
                    .mapTo(String.class)
                    .list();
        }
    }

    private static TestDatabase database;
    private static Jdbi owner;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        owner = Jdbi.create(database.superuser());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_keeps(Rule rule) {
        assertThat(owner.<List<String>, RuntimeException>withHandle(rule::violations)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_breaks_it_is_found_by(Rule rule) {
        owner.useTransaction(handle -> {
            handle.execute(rule.plant);
            assertThat(rule.violations(handle)).containsExactly(rule.planted);
            handle.rollback();
        });
    }

    @Test
    void what_is_not_spread_by_organization_says_why() {
        assertThat(Tables.ALL).allMatch(table -> table.place() == Place.TENANT ? table.why().isEmpty() : table.why().endsWith("."));
        assertThat(Tables.ALL).extracting(Table::name).doesNotHaveDuplicates();
    }

    /** A table without the column could not be spread by it, whatever its keys are. */
    @Test
    void every_tenant_table_names_its_organization_and_every_table_that_always_does_is_one_or_says_why() {
        var naming = owner.withHandle(handle -> handle.createQuery("""
                select relname
                from pg_class
                join pg_attribute on attrelid = pg_class.oid
                where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
                    and attname = 'organization_id' and attnotnull
                """).mapTo(String.class).set());

        assertThat(naming).containsAll(Tables.in(Place.TENANT).map(Table::name).toList());
        var others = naming.stream().filter(name -> Tables.in(Place.TENANT).noneMatch(table -> table.name().equals(name))).collect(toSet());
        assertThat(others).isEqualTo(Set.of(
                "organizations", "letters_of_authorization", "api_keys", "api_key_secrets", "users", "sessions", "tickets", "connections",
                "network_members", "redeemed_share_tokens", "residences"));
    }
}
