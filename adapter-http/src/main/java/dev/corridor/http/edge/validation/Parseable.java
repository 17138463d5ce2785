package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import java.util.function.Consumer;

/** Text that the parser of a type accepts; for others the parser throws {@link IllegalArgumentException}. */
public class Parseable implements Check<String> {

    private final String reason;
    private final Class<?> type;
    private final Consumer<String> parser;

    public Parseable(String reason, Class<?> type, Consumer<String> parser) {
        this.reason = reason;
        this.type = type;
        this.parser = parser;
    }

    @Override
    public final boolean accepts(String text) {
        try {
            parser.accept(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What an accepted text spells. */
    public final Class<?> type() {
        return type;
    }

    @Override
    public final String reason() {
        return reason;
    }
}
