package dev.corridor.service;

import java.util.function.Function;

/** The words behind a command are not those that it takes. */
final class MisuseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what they should be, for the operator */
    MisuseException(String message) {
        super(message);
    }

    /** Reads a word by a parser that throws {@link IllegalArgumentException} for any other than it expects. */
    static <T> T parse(String word, Function<String, T> parser, String expected) {
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException e) {
            throw new MisuseException(expected);
        }
    }
}
