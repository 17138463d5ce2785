package dev.corridor.persistence.books.verify;

import java.util.OptionalLong;

/** Is told how far a verification has come. Called by the thread that verifies, often, and should return at once. */
public interface VerificationProgress {

    /** For whoever wants the differences only. */
    VerificationProgress UNWATCHED = new VerificationProgress() {
        @Override
        public void begin(Stage stage) {}

        @Override
        public void reach(long rows) {}
    };

    /**
     * A part of the verification.
     *
     * @param number from 1
     * @param count how many stages there are
     * @param subject what is looked through, in words
     * @param rows roughly how many rows that takes, by the statistics of the database; empty where it keeps none, and where a stage is one
     *     query that does not tell how far it is
     */
    record Stage(int number, int count, String subject, OptionalLong rows) {}

    void begin(Stage stage);

    /** @param rows how many of the stage are done */
    void reach(long rows);
}
