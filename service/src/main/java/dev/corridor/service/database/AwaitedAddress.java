package dev.corridor.service.database;

import dev.corridor.service.settings.DatabaseAddress;
import java.util.concurrent.CompletableFuture;

/** The address of a database that is starting. Whoever needs it waits. */
public final class AwaitedAddress {

    private final CompletableFuture<DatabaseAddress> address = new CompletableFuture<>();

    /** Lets those that wait go on. */
    public void is(DatabaseAddress known) {
        address.complete(known);
    }

    /** Lets those that wait fail: there is no database. */
    public void isNotComing() {
        address.cancel(false);
    }

    /**
     * Waits until it is known.
     *
     * @throws java.util.concurrent.CancellationException if there is no database
     */
    public DatabaseAddress get() {
        return address.join();
    }
}
