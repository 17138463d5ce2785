package dev.corridor.persistence;

import dev.corridor.persistence.ArrayType.Values;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;

/** Takes statements that run together. */
public interface Statements {

    /** Adds a statement and consumes its rows. */
    <T> void query(Statement select, RowMapper<T> mapper, Consumer<T> rows, Values... values);

    /** Adds a statement without result rows. */
    void update(Statement change, Values... values);
}
