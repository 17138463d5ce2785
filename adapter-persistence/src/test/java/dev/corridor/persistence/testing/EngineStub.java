package dev.corridor.persistence.testing;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The functions and the catalogue of an engine that distributes tables, in an ordinary PostgreSQL: they move nothing, but note what they are asked to. */
public final class EngineStub {

    private EngineStub() {}

    public static void installIn(TestDatabase database) {
        Jdbi.create(database.superuser()).useHandle(handle -> {
            handle.execute("create table pg_dist_partition (logicalrelid regclass primary key, partmethod \"char\" not null)");
            handle.execute(
                    "create table pg_dist_placement (shardid bigint generated always as identity, shardstate integer not null, groupid integer not null)");
            handle.execute("create table pg_dist_object (classid oid not null, objid oid not null, distribution_argument_index integer)");
            handle.execute("create table engine_calls (number bigint generated always as identity, call text not null)");
            handle.execute("""
                    create function create_reference_table(table_name regclass) returns void
                    language sql
                    as $$
                      insert into pg_dist_partition values (table_name, 'n');
                      insert into engine_calls (call) values (table_name || ' on each node');
                    $$
                    """);
            handle.execute("""
                    create function create_distributed_table(table_name regclass, distribution_column text, colocate_with text default 'default') returns void
                    language sql
                    as $$
                      insert into pg_dist_partition values (table_name, 'h');
                      insert into pg_dist_placement (shardstate, groupid) values (1, 1);
                      insert into engine_calls (call) values (table_name || ' by ' || distribution_column || ' with ' || colocate_with);
                    $$
                    """);
            handle.execute("""
                    create function create_distributed_function(
                      function_name regprocedure, distribution_arg_name text default null, colocate_with text default 'default',
                      force_delegation boolean default null) returns void
                    language sql
                    as $$
                      insert into pg_dist_object values ('pg_proc'::regclass, function_name, 0);
                      insert into engine_calls (call) values ((select proname from pg_proc where oid = function_name) || ' by ' || distribution_arg_name
                        || ' with ' || colocate_with || case when force_delegation then ' in transactions too' else '' end);
                    $$
                    """);
        });
    }

    /** As a rebalancer does. */
    public static void moveRowsIn(TestDatabase database) {
        Jdbi.create(database.superuser()).useHandle(handle -> handle.execute("update pg_dist_placement set groupid = 2 where shardid = 1"));
    }

    /** What was asked for, in order. */
    public static List<String> callsIn(TestDatabase database) {
        return Jdbi.create(database.superuser())
                .withHandle(handle -> handle.createQuery("select call from engine_calls order by number").mapTo(String.class).list());
    }
}
