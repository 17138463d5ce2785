package dev.corridor.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * The organizations that have rows in a table whose time has come, those with the oldest first. Finding them asks all, and locks nothing: an engine that distributes
 * the tables does not lock on several nodes at once. What is due is then taken by a statement that names its organizations, as many as may share a
 * transaction, and that looks again at what is due when it has the lock.
 */
public final class DueOrganizations {

    private final String find;

    /**
     * @param isDue a condition; its parameters are bound by each search
     * @param time the column by which the oldest come first
     */
    public DueOrganizations(String table, String isDue, String time) {
        this.find = """
                select organization_id
                from (select organization_id, %3$s as due_since from %1$s where %2$s order by %3$s limit :limit) as due
                group by organization_id
                order by min(due_since)
                """.formatted(table, isDue, time);
    }

    /**
     * What was taken, up to the limit.
     *
     * @param bindings the parameters of the condition
     * @param claim the statement that takes what is due, with the condition's parameters, {@code :organizations} and {@code :limit}
     * @param taking binds what else it needs, and runs it, in one transaction
     */
    public <T> List<T> take(
            Jdbi jdbi, BatchScope scope, int limit, UnaryOperator<Query> bindings, String claim, Function<Query, List<T>> taking) {
        var taken = new ArrayList<T>();
        for (var organizations : find(jdbi, scope, limit, bindings)) {
            int more = limit - taken.size();
            if (more > 0) {
                taken.addAll(jdbi.inTransaction(handle -> taking.apply(bindings.apply(handle.createQuery(claim))
                        .bindArray("organizations", UUID.class, organizations)
                        .bind("limit", more))));
            }
        }
        return taken;
    }

    /** The organizations of the oldest rows, up to the limit, as they may share a transaction. */
    public List<List<UUID>> find(Jdbi jdbi, BatchScope scope, int limit, UnaryOperator<Query> bindings) {
        var found = jdbi.withHandle(handle -> bindings.apply(handle.createQuery(find))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
        return scope.groups(found, Function.identity());
    }
}
