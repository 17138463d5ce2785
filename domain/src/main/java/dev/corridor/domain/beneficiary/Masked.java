package dev.corridor.domain.beneficiary;

/** Personal data as a log may show it. */
final class Masked {

    private static final int SHOWN = 4;

    private Masked() {}

    /** The last four characters, and nothing of a text too short to hide the rest. */
    static String text(String text) {
        return text.length() <= 2 * SHOWN ? "…" : "…" + text.substring(text.length() - SHOWN);
    }
}
