package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import java.util.function.Consumer;

/** Text that a parser accepts; for others the parser throws {@link IllegalArgumentException}. */
public class Parseable implements Check<String> {

    private final String reason;
    private final Consumer<String> parser;

    public Parseable(String reason, Consumer<String> parser) {
        this.reason = reason;
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

    @Override
    public final String reason() {
        return reason;
    }
}
