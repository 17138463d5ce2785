package dev.corridor.bank.folder;

import dev.corridor.application.transaction.port.Bank.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where files are exchanged with a bank. Every method throws {@link Unavailable} if it cannot do its work now. */
public interface Folders {

    /** Puts a file into the outbox, whole or not at all. One with that name is replaced. Certain once it returns. */
    void put(String name, String content);

    /** The files of the inbox, in any order. */
    List<Item> arrived();

    /** Empty if the file is gone. */
    Optional<byte[]> read(String name);

    /** Moves a file of the inbox into a folder below it. No effect on one that is gone. */
    void move(String name, String folder);

    /** Writes a text into a folder below the inbox. */
    void note(String folder, String name, String text);

    /**
     * A file of the inbox.
     *
     * @param size in bytes
     */
    record Item(String name, long size, Instant modifiedAt) {}
}
