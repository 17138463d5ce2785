package dev.corridor.application.funding.port;

import java.time.Instant;

/** The files of banks that have been taken, by their content: a copy under another name is the same file. */
public interface BankInbox {

    boolean isTaken(String bank, String digest);

    /** No effect on one that is taken. */
    void take(String bank, String digest, String name, Instant now);
}
