package dev.corridor.service;

import java.util.List;

/** By what an operator knows that a decision is right. It is kept with the decision. */
final class Evidence {

    static final String OPTION = "--evidence";

    private static final int MAX_LENGTH = 500;

    private Evidence() {}

    /** @param words the option and its text */
    static String of(List<String> words) {
        var text = words.getLast();
        if (!words.getFirst().equals(OPTION) || text.isBlank() || text.length() > MAX_LENGTH) {
            throw new MisuseException(
                    OPTION + " has 1 to " + MAX_LENGTH + " characters: a message of the bank, a transaction of the chain");
        }
        return text;
    }
}
