package dev.corridor.service.doctor;

import java.util.Locale;

/**
 * What an examination has found of one thing.
 *
 * @param text what is so, and of what is not well, what mends it
 */
public record Finding(Verdict verdict, String subject, String text) {

    public enum Verdict {
        FINE,
        /** It works, and something would make it safer. */
        ADVICE,
        MEND
    }

    static Finding fine(String subject, String text) {
        return new Finding(Verdict.FINE, subject, text);
    }

    static Finding advice(String subject, String text) {
        return new Finding(Verdict.ADVICE, subject, text);
    }

    static Finding mend(String subject, String text) {
        return new Finding(Verdict.MEND, subject, text);
    }

    /** Fine, or else to be mended. */
    static Finding check(boolean isWell, String subject, String well, String problem) {
        return isWell ? fine(subject, well) : mend(subject, problem);
    }

    public String line() {
        return "%-6s  %-14s %s".formatted(verdict.name().toLowerCase(Locale.ROOT), subject, text);
    }
}
