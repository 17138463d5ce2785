package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Holds;
import dev.corridor.application.transaction.port.Holds.Waiting;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

public final class EndWaitsService implements EndWaits {

    private static final Logger LOG = System.getLogger(EndWaitsService.class.getName());

    /** Long enough that others have their turn before one that cannot be ended. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Books books;
    private final Holds holds;
    private final InstantSource clock;

    public EndWaitsService(Books books, Holds holds, InstantSource clock) {
        this.books = books;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public int end(Command command) {
        var due = holds.due(clock.instant(), command.limit());
        due.forEach(this::tryToEnd);
        return due.size();
    }

    private void tryToEnd(Waiting waiting) {
        try {
            books.decide(Subjects.transaction(waiting.organization(), waiting.payout()), open -> end(open, waiting));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not end the wait of " + waiting.payout() + "; it stays EXPECTED until its next turn", e);
            holds.postpone(waiting, clock.instant().plus(PAUSE));
        }
    }

    /** Another node, or a person, may have ended it before. */
    private static Transaction end(OpenBooks open, Waiting waiting) {
        var payout = open.transaction(waiting.payout());
        return payout.hasExpired(open.now()) ? open.record(payout.withhold(Reason.EXPIRED, Optional.empty(), open.now())) : payout;
    }
}
