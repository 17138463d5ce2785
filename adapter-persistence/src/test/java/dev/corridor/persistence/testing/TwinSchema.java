package dev.corridor.persistence.testing;

import dev.corridor.persistence.distribution.Place;
import dev.corridor.persistence.distribution.Table;
import dev.corridor.persistence.distribution.Tables;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The schema as an engine sees it that distributes tables by organization: each tenant table has eight partitions, and an organization is in one of them. So
 * what asks several nodes there has several partitions in its plan here, and an organization's rows have the same number in each table. Tables that have
 * partitions already have the eight in each of them, as such an engine does it.
 */
public final class TwinSchema {

    /** How many, and the separator of a partition's number from the name of its table. */
    private static final int SHARDS = 8;

    private static final String SHARD = "_shard_";

    /** What the days of the journal are made by, and what makes them here. */
    private static final String MAKES_A_DAY = "execute format('create table %I (like %I including all)', name, series);";

    private static final String SPREADS_A_DAY = "perform spread_day(name, series);";

    private static final String SPREAD_DAY = """
            create function spread_day(name text, series text) returns void
            language plpgsql
            as $$
            begin
              if series = 'requests' then
                execute format('create table %%I (like %%I including all) partition by hash (organization_id)', name, series);
                for shard in 0..%1$d loop
                  execute format('create table %%I partition of %%I for values with (modulus %2$d, remainder %%s)', name || '%3$s' || shard, name, shard);
                end loop;
              else
                execute format('create table %%I (like %%I including all)', name, series);
              end if;
            end
            $$
            """.formatted(SHARDS - 1, SHARDS, SHARD);

    /** Statements that make the indexes, keys and rights of a table as they are now. Foreign keys come last, see {@link #REFERENCES}. */
    private static final String RESTORING = """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where conrelid = :table::regclass and contype in ('p', 'u')
            union all
            select pg_get_indexdef(indexrelid)
            from pg_index
            where indrelid = :table::regclass and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
            union all
            select format('grant %s on %s to %s', privilege_type, oid::regclass, grantee::regrole)
            from pg_class
            cross join lateral aclexplode(relacl)
            where oid = :table::regclass and grantee = 'corridor_service'::regrole
            union all
            select format('grant %s (%I) on %s to %s', privilege_type, attname, attrelid::regclass, grantee::regrole)
            from pg_attribute
            cross join lateral aclexplode(attacl)
            where attrelid = :table::regclass and grantee = 'corridor_service'::regrole
            """;

    private static final String REFERENCES = """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where conrelid = :table::regclass and contype = 'f'
            """;

    private static final String PARTITIONS = """
            select format('create table %s partition of %s %s partition by hash (organization_id)',
                inhrelid::regclass, inhparent::regclass, pg_get_expr(relpartbound, inhrelid))
            from pg_inherits
            join pg_class on pg_class.oid = inhrelid
            where inhparent = :table::regclass
            """;

    private static final String PARTITION_NAMES = "select inhrelid::regclass::text from pg_inherits where inhparent = :table::regclass";

    /** A plan for the parameters names the partitions that it reads. With {@code analyze}, also which of them it has read. */
    private static final String[] EXPLAINED = {
        "jit = off", "plan_cache_mode = force_custom_plan", "auto_explain.log_analyze = on", "auto_explain.log_timing = off"};

    private TwinSchema() {}

    /** The way to a copy of the twin, on which the plan of each statement is collected. */
    static ExplainedWay wayTo(TestDatabase copy) {
        return new ExplainedWay(copy, EXPLAINED);
    }

    /** A database in which the plan of each statement is told, see {@link Footprints}. */
    public static TestDatabase create() {
        var database = TestDatabase.create();
        spread(database);
        ExplainedWay.explain(database, EXPLAINED);
        return database;
    }

    private static void spread(TestDatabase database) {
        Jdbi.create(database.superuser()).useTransaction(handle -> {
            var tables = Tables.in(Place.TENANT).map(Table::name).toList();
            var references = tables.stream().flatMap(table -> texts(handle, REFERENCES, table).stream()).toList();
            tables.forEach(table -> spread(handle, table));
            references.forEach(handle::execute);
            var prepareDay = handle.createQuery("select pg_get_functiondef('prepare_day(text, date)'::regprocedure)").mapTo(String.class).one();
            if (!prepareDay.contains(MAKES_A_DAY)) {
                throw new IllegalStateException("the days of the journal are made otherwise: " + prepareDay);
            }
            handle.execute(SPREAD_DAY);
            handle.execute(prepareDay.replace(MAKES_A_DAY, SPREADS_A_DAY));
        });
    }

    /** The number of the organization's partitions if the relation is one of them, otherwise -1. */
    static int shardOf(String relation) {
        int at = relation.lastIndexOf(SHARD);
        return at < 0 ? -1 : Integer.parseInt(relation.substring(at + SHARD.length()));
    }

    private static void spread(Handle handle, String table) {
        var partitions = texts(handle, PARTITION_NAMES, table);
        if (partitions.isEmpty() && !isPartitioned(handle, table)) {
            spreadPlain(handle, table);
            return;
        }
        var again = texts(handle, PARTITIONS, table);
        partitions.forEach(partition -> handle.execute("drop table " + partition));
        again.forEach(handle::execute);
        partitions.forEach(partition -> addShards(handle, partition));
    }

    private static void spreadPlain(Handle handle, String table) {
        var restoring = texts(handle, RESTORING, table);
        var old = "old_" + table;
        handle.execute("alter table " + table + " rename to " + old);
        handle.execute("create table " + table + " (like " + old + " including defaults including constraints including identity)"
                + " partition by hash (" + Tables.KEY + ")");
        handle.execute("drop table " + old + " cascade");
        addShards(handle, table);
        restoring.forEach(handle::execute);
    }

    private static void addShards(Handle handle, String table) {
        for (int shard = 0; shard < SHARDS; shard++) {
            handle.execute("create table " + table + SHARD + shard + " partition of " + table
                    + " for values with (modulus " + SHARDS + ", remainder " + shard + ")");
        }
    }

    private static boolean isPartitioned(Handle handle, String table) {
        return handle.createQuery("select relkind = 'p' from pg_class where oid = :table::regclass")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<String> texts(Handle handle, String query, String table) {
        return handle.createQuery(query).bind("table", table).mapTo(String.class).list();
    }
}
