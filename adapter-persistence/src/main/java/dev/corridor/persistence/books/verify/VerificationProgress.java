package dev.corridor.persistence.books.verify;

import java.util.OptionalLong;

/** Receives the progress of a verification. Called often, by the verifying thread; must not block. */
public interface VerificationProgress {

    /** Ignores the progress. */
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
     * @param count the number of stages
     * @param subject in words
     * @param rows the estimated number, from the database's statistics; empty without statistics, and for stages of a single query
     */
    record Stage(int number, int count, String subject, OptionalLong rows) {}

    void begin(Stage stage);

    /** @param rows processed in this stage */
    void reach(long rows);
}
