package dev.corridor.persistence;

import java.util.List;
import java.util.stream.Stream;

/**
 * SQL with {@code ?} for each of its parameters, which are arrays of these types. It can be sent by itself, or be a part of a {@link DatabaseFunction}.
 *
 * @param types as SQL writes them, such as {@code uuid[]}
 * @param isAboutGathered whether the text has {@link Statements#GATHERED}
 */
public record Statement(String text, List<String> types, boolean isAboutGathered) {

    Statement(String text, List<String> types) {
        this(text, types, text.contains(Statements.GATHERED));
    }

    public static Statement of(String text, ArrayType<?>... parameters) {
        return new Statement(text, Stream.of(parameters).map(ArrayType::name).toList());
    }

    /** The text in parts, with a parameter between each two of them. */
    List<String> parts() {
        return List.of(text.split("\\?", -1));
    }
}
