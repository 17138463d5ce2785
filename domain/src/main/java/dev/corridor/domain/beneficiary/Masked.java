package dev.corridor.domain.beneficiary;

/** Masks personal data for logs. */
final class Masked {

    private static final int SHOWN = 4;

    private Masked() {}

    /** The last four characters; nothing of a text of eight characters or fewer. */
    static String text(String text) {
        return text.length() <= 2 * SHOWN ? "…" : "…" + text.substring(text.length() - SHOWN);
    }
}
