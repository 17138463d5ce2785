package dev.corridor.persistence;

import dev.corridor.persistence.books.BatchFunctions;
import dev.corridor.persistence.delivery.LaneRows;
import dev.corridor.persistence.feed.EventNumbering;
import dev.corridor.persistence.feed.EventRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The functions that this version calls. Those of other versions stay beside them, because nodes of these may be at work. */
public final class DatabaseFunctions {

    public static final List<DatabaseFunction> ALL = Stream.concat(
            BatchFunctions.ALL.stream(), Stream.of(EventRows.RECORD_BY_ITSELF, EventNumbering.READ_HORIZON, LaneRows.OPENING)).toList();

    /** Of all nodes that start at once, one makes them. */
    private static final String ONE_AFTER_THE_OTHER = "lock table flyway_schema_history in exclusive mode";

    private DatabaseFunctions() {}

    static void makeMissing(Handle owner) {
        owner.execute(ONE_AFTER_THE_OTHER);
        ALL.stream().filter(function -> !exists(function, owner)).forEach(function -> make(function, owner.getConnection()));
    }

    /** A definition has no parameters, so nothing needs to look for them. */
    private static void make(DatabaseFunction function, Connection owner) {
        try (var statement = owner.createStatement()) {
            statement.execute(function.definition());
            statement.execute("grant execute on function " + function.signature() + " to " + Migrations.SERVICE_ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException("the function " + function.signature() + " cannot be made: " + e.getMessage(), e);
        }
    }

    static boolean areMade(Handle anybody) {
        return ALL.stream().allMatch(function -> exists(function, anybody));
    }

    private static boolean exists(DatabaseFunction function, Handle handle) {
        return handle.createQuery("select to_regprocedure(:signature) is not null")
                .bind("signature", function.signature())
                .mapTo(Boolean.class)
                .one();
    }
}
