package dev.corridor.memory;

import dev.corridor.application.funding.port.BankInbox;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of banks that have been taken. */
final class InMemoryBankInbox implements BankInbox {

    private record Taken(String bank, String digest) {}

    private final Set<Taken> taken = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isTaken(String bank, String digest) {
        return taken.contains(new Taken(bank, digest));
    }

    @Override
    public void take(String bank, String digest, String name, Instant now) {
        taken.add(new Taken(bank, digest));
    }
}
