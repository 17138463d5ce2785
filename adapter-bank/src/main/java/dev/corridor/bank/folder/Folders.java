package dev.corridor.bank.folder;

import dev.corridor.application.transaction.port.Bank.Unavailable;

/** The place where files for the bank are put. */
public interface Folders {

    /**
     * Puts a file there, whole or not at all. One with that name is replaced.
     *
     * @throws Unavailable if it is not certain that the whole file is there
     */
    void put(String name, String content);
}
