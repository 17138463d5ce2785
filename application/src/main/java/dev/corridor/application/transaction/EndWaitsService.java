package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.Screened.Told;
import dev.corridor.application.transaction.port.Holds;
import dev.corridor.application.transaction.port.Holds.Waiting;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
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
    private final Transactions transactions;
    private final Holds holds;
    private final PayoutRails rails;
    private final PayoutDesk desk;
    private final Environment environment;
    private final InstantSource clock;

    public EndWaitsService(
            Books books,
            Transactions transactions,
            Holds holds,
            PayoutRails rails,
            PayoutDesk desk,
            Environment environment,
            InstantSource clock) {
        this.books = books;
        this.transactions = transactions;
        this.holds = holds;
        this.rails = rails;
        this.desk = desk;
        this.environment = environment;
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
            var releasable = transactions.find(waiting.organization(), waiting.payout())
                    .filter(payout -> payout.isReleasable(clock.instant()));
            if (releasable.isPresent()) {
                release(releasable.get());
            } else {
                expire(waiting);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not end the wait of " + waiting.payout() + "; it stays EXPECTED until its next turn", e);
            holds.postpone(waiting, clock.instant().plus(PAUSE));
        }
    }

    private void release(Transaction payout) {
        try {
            var payer = rails.organization(payout.organization());
            desk.screened(told -> books.decide(released(payout), open -> release(open, payout.id(), payer, told)));
        } catch (BusinessException refusal) {
            if (!PayoutRetries.passes(refusal.error())) {
                decline(payout, refusal.error());
            } else if (payout.hasExpired(clock.instant())) {
                expire(new Waiting(payout.organization(), payout.id()));
            } else {
                throw refusal;
            }
        }
    }

    /** Whoever has asked for it must still be allowed to. */
    private Subjects released(Transaction payout) {
        var maker = Principal.parse(payout.hold().orElseThrow().maker());
        var details = (Details.Payout) payout.details();
        return Subjects.transaction(Caller.withFullAccess(payout.organization(), maker, environment), payout.id())
                .with(details.beneficiary())
                .with(details.key());
    }

    /** Another node, or a person, may have ended it before. */
    private Transaction release(OpenBooks open, TransactionId id, Organization payer, Optional<Told> told) {
        var payout = open.transaction(id);
        return payout.isReleasable(open.now()) ? desk.release(open, payout, payer, told) : payout;
    }

    private void decline(Transaction payout, BusinessError refused) {
        books.decide(Subjects.transaction(payout.organization(), payout.id()), open -> {
            var waiting = open.transaction(payout.id());
            return waiting.isReleasable(open.now()) ? open.record(waiting.withhold(refused, open.now())) : waiting;
        });
    }

    private void expire(Waiting waiting) {
        books.decide(Subjects.transaction(waiting.organization(), waiting.payout()), open -> {
            var payout = open.transaction(waiting.payout());
            return payout.hasExpired(open.now()) ? open.record(payout.withhold(Reason.EXPIRED, Optional.empty(), open.now())) : payout;
        });
    }
}
