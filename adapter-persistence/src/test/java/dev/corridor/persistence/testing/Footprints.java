package dev.corridor.persistence.testing;

import dev.corridor.persistence.distribution.Place;
import dev.corridor.persistence.distribution.Table;
import dev.corridor.persistence.distribution.Tables;
import dev.corridor.persistence.testing.ExplainedWay.Explained;
import java.util.ArrayList;
import java.util.Collection;
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

    /** @param text of the statement, in one line */
    public record Footprint(String text, long transaction, List<Step> steps) {

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
        Jdbi.create(database.superuser()).useHandle(handle -> handle.createQuery(STEPS)
                .bindArray("plans", String.class, statements.stream().map(Explained::plan).toList())
                .map((row, context) -> new Row(
                        row.getInt("number"),
                        row.getString("text"),
                        new Step(row.getString("relation"), row.getBoolean("depends"), row.getBoolean("writes"), row.getBoolean("has_run"))))
                .list()
                .forEach(row -> byStatement.computeIfAbsent(row.number, none -> new ArrayList<>()).add(row)));
        return byStatement.entrySet().stream()
                .map(statement -> new Footprint(
                        statement.getValue().getFirst().text.replaceAll("\\s+", " ").strip(),
                        statements.get(statement.getKey() - 1).transaction(),
                        statement.getValue().stream().map(Row::step).filter(step -> step.relation != null).toList()))
                .toList();
    }
}
