package dev.corridor.persistence.testing;

import dev.corridor.persistence.distribution.Place;
import dev.corridor.persistence.distribution.Table;
import dev.corridor.persistence.distribution.Tables;
import dev.corridor.persistence.testing.ExplainedWay.Explained;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What statements touch, by their plans. PostgreSQL itself takes its plans apart. */
public final class Footprints {

    /** A subplan that depends on the row outside of it is planned before that row is known, so what it has run on counts. */
    private static final String STEPS = """
            with recursive given as (
                select number, plan::jsonb as document
                from unnest(:plans) with ordinality as each (plan, number)
            ), node as (
                select number, false as depends, document -> 'Plan' as node
                from given
                union all
                select number, depends or child ->> 'Parent Relationship' = 'SubPlan', child
                from node
                cross join lateral jsonb_array_elements(node -> 'Plans') as child
            )
            select number, document ->> 'Query Text' as text, node ->> 'Relation Name' as relation, depends,
                node ->> 'Node Type' = 'ModifyTable' as writes, (node ->> 'Actual Loops')::numeric > 0 as has_run
            from given
            join node using (number)
            """;

    /**
     * What ties rows of several organizations together in a plan, so that no node could do its part of it alone:
     * <ul>
     * <li>a join or a subplan of two tenant tables in which no condition compares their organizations,
     * <li>an outer join that keeps what is of no organization: each node would keep it,
     * <li>an aggregate or a limit below a join that is not of one organization,
     * <li>a result that is kept apart, to be joined again.
     * </ul>
     * And a constant row, which has a type without a name: no other node could read it.
     */
    private static final String TIES = """
            with recursive given as (
                select number, plan::jsonb as document
                from unnest(:plans) with ordinality as each (plan, number)
            ), node as (
                select number, document -> 'Plan' as node, false as is_joined
                from given
                union all
                select number, child,
                    child ->> 'Parent Relationship' not in ('SubPlan', 'InitPlan')
                        and (is_joined or node ->> 'Node Type' in ('Nested Loop', 'Hash Join', 'Merge Join')) or child ->> 'Parent Relationship' = 'SubPlan'
                from node
                cross join lateral jsonb_array_elements(node -> 'Plans') as child
            ), part as (
                select number, node, is_joined, node ->> 'Node Type' in ('Nested Loop', 'Hash Join', 'Merge Join') as is_join,
                    pg_temp.shards(node) as shards, pg_temp.shards(node #> '{Plans,0}') as outer_shards, pg_temp.shards(node #> '{Plans,1}') as inner_shards,
                    pg_temp.compares(node - 'Plans')
                        or node ->> 'Node Type' = 'Nested Loop' and pg_temp.compares(node #> '{Plans,1}') as compares
                from node
            )
            select distinct number
            from part
            where shards > 1
                and (is_join and outer_shards > 0 and inner_shards > 0 and not compares
                    or is_join and node ->> 'Join Type' in ('Left', 'Full', 'Anti', 'Semi') and outer_shards = 0
                    or is_join and node ->> 'Join Type' in ('Right', 'Full', 'Right Anti', 'Right Semi') and inner_shards = 0
                    or node ->> 'Parent Relationship' = 'SubPlan' and not pg_temp.compares(node)
                    or is_joined and node ->> 'Node Type' in ('Aggregate', 'Group', 'Unique', 'Limit', 'WindowAgg')
                        and coalesce(node ->> 'Group Key', '') not like '%organization_id%'
                    or node ->> 'Subplan Name' like 'CTE %')
            union
            select number
            from given
            where document::text like '%::record%'
            """;

    /** How many parts of tenant tables a part of a plan has. */
    private static final String SHARDS = """
            create or replace function pg_temp.shards(node jsonb) returns bigint
            language sql
            return (
                select count(distinct substring(relation #>> '{}' from '_shard_([0-9]+)$'))
                from jsonb_path_query(node, 'strict $.**."Relation Name"') as relation)
            """;

    /** Whether a condition of it compares organizations; that of a nested loop may be one of what is within. */
    private static final String COMPARES = """
            create or replace function pg_temp.compares(node jsonb) returns boolean
            language sql
            return exists (
                select
                from jsonb_path_query(node, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "(Cond|Filter)$").value') as condition
                where condition #>> '{}' ~ 'organization_id = [(]?([a-z_0-9]+[.])?organization_id')
            """;

    /**
     * @param text of the statement, in one line
     * @param ties whether its plan has something of {@link #TIES}
     */
    public record Footprint(String text, long transaction, List<Step> steps, boolean ties) {

        /**
         * Whether its plan, which knows the parameters, has parts of several organizations. What depends on a row that was found may be the part of that
         * row.
         */
        public boolean asksSeveral() {
            var planned = shards(step -> !step.depends);
            var run = shards(Step::hasRun);
            boolean isFoundByNothing = planned.isEmpty() && !run.isEmpty() && shards(step -> true).size() > 1;
            return planned.size() > 1 || run.size() > 1 || isFoundByNothing;
        }

        /** Whether it asks several nodes for something that none of them could do its part of. */
        public boolean tiesOrganizations() {
            return ties && asksSeveral();
        }

        private Set<Integer> shards(Predicate<Step> which) {
            return steps.stream()
                    .filter(which)
                    .map(step -> TwinSchema.shardOf(step.relation))
                    .filter(shard -> shard >= 0)
                    .collect(Collectors.toSet());
        }

        public boolean touches(Place place) {
            return steps.stream().anyMatch(step -> step.place() == place);
        }
    }

    /**
     * A part of a plan that is about a table.
     *
     * @param relation the table, or a partition of one
     * @param depends whether it depends on the row of a part outside of it
     */
    public record Step(String relation, boolean depends, boolean writes, boolean hasRun) {

        public Place place() {
            return TwinSchema.shardOf(relation) >= 0
                    ? Place.TENANT
                    : Tables.ALL.stream().filter(table -> table.name().equals(relation)).map(Table::place).findFirst().orElse(Place.LOCAL);
        }
    }

    private record Row(int number, String text, Step step) {}

    private Footprints() {}

    /** @param explained with {@code auto_explain.log_analyze} */
    public static List<Footprint> of(Collection<Explained> explained, TestDatabase database) {
        var statements = List.copyOf(explained);
        Map<Integer, List<Row>> byStatement = new LinkedHashMap<>();
        var plans = statements.stream().map(Explained::plan).toList();
        var tied = new HashSet<Integer>();
        Jdbi.create(database.superuser()).useHandle(handle -> {
            handle.execute(SHARDS);
            handle.execute(COMPARES);
            tied.addAll(handle.createQuery(TIES).bindArray("plans", String.class, plans).mapTo(Integer.class).list());
            handle.createQuery(STEPS)
                    .bindArray("plans", String.class, plans)
                    .map((row, context) -> new Row(
                            row.getInt("number"),
                            row.getString("text"),
                            new Step(row.getString("relation"), row.getBoolean("depends"), row.getBoolean("writes"), row.getBoolean("has_run"))))
                    .list()
                    .forEach(row -> byStatement.computeIfAbsent(row.number, none -> new ArrayList<>()).add(row));
        });
        return byStatement.entrySet().stream()
                .map(statement -> new Footprint(
                        statement.getValue().getFirst().text.replaceAll("\\s+", " ").strip(),
                        statements.get(statement.getKey() - 1).transaction(),
                        statement.getValue().stream().map(Row::step).filter(step -> step.relation != null).toList(),
                        tied.contains(statement.getKey())))
                .toList();
    }
}
