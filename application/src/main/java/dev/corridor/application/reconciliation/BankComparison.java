package dev.corridor.application.reconciliation;

import dev.corridor.application.reconciliation.port.Checkpoint;
import dev.corridor.application.reconciliation.port.RailBooks;
import dev.corridor.domain.funding.Arrival;
import java.time.Instant;
import java.util.Optional;

/** Compares the books with what a bank has booked, which was kept when its messages were taken. */
public final class BankComparison implements RailComparison {

    private final String bank;
    private final RailBooks books;

    /** @param bank by its name in the configuration */
    public BankComparison(String bank, RailBooks books) {
        this.bank = bank;
        this.books = books;
    }

    @Override
    public String rail() {
        return Arrival.railOfBank(bank);
    }

    @Override
    public Result compare(Optional<Checkpoint> since, Instant now) {
        var result = books.compare(bank, since.map(checkpoint -> Instant.ofEpochMilli(checkpoint.position())).orElse(Instant.EPOCH), now);
        return new Result(Checkpoint.ofBank(now.toEpochMilli()), result.entries(), result.differences());
    }
}
