package dev.corridor.application.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator can do to something, by the word that the command line, the pages and the API have for it. */
public sealed interface Act permits OrganizationAct, AccountAct, KeyAct, UserAct {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <A extends Act> Optional<A> find(Class<A> kind, String word) {
        return Arrays.stream(kind.getEnumConstants()).filter(act -> act.word().equals(word)).findAny();
    }

    /** All of a kind, with commas between them. */
    static <A extends Act> String words(Class<A> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Act::word).collect(Collectors.joining(", "));
    }
}
