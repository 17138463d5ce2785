package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.BusinessError;
import java.util.function.Function;

/**
 * A fact that an error tells beside its code, for programs to read.
 *
 * @param read takes the value out of the error: a text or a list, as its type says
 */
public record Detail<E extends BusinessError>(String name, DetailType type, Function<E, ?> read) {

    /** A fact of one failure. */
    public record Fact(String name, DetailType type, Object value) {}

    /** An error of another class than the catalogue names never meets this detail. */
    @SuppressWarnings("unchecked")
    Fact in(BusinessError error) {
        return new Fact(name, type, read.apply((E) error));
    }
}
