package dev.corridor.persistence;

import dev.corridor.persistence.ArrayType.Values;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;

/** Takes statements that run together, one after the other. */
public interface Statements {

    /** Stands for the ids that were gathered, in a statement after these; before its own parameters. */
    String GATHERED = "gathered";

    /** Adds an expression of an array of ids, for the statements that are about what is {@link #GATHERED}. */
    void gather(Statement ids, Values... values);

    /** Adds a statement and consumes its rows. */
    <T> void query(Statement select, RowMapper<T> mapper, Consumer<T> rows, Values... values);

    /** Adds a statement without result rows. */
    void update(Statement change, Values... values);

    /** Whether there is nothing to do. */
    boolean isEmpty();

    /** What sends them, to which others may be added. */
    Pipeline pipeline();
}
