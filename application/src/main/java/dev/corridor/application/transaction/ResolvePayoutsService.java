package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

public final class ResolvePayoutsService implements ResolvePayouts {

    private static final Logger LOG = System.getLogger(ResolvePayoutsService.class.getName());

    private final Books books;
    private final UnresolvedTransfers transfers;
    private final Chain chain;
    private final InstantSource clock;

    public ResolvePayoutsService(Books books, UnresolvedTransfers transfers, Chain chain, InstantSource clock) {
        this.books = books;
        this.transfers = transfers;
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public int resolve(Command command) {
        var claimed = transfers.claim(clock.instant(), command.lease(), command.limit());
        claimed.forEach(this::tryToResolve);
        return claimed.size();
    }

    /** One payout that cannot be resolved now does not keep the others waiting: its next turn comes after the lease. */
    private void tryToResolve(SignedTransfer transfer) {
        try {
            resolve(transfer);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not resolve " + transfer.transaction() + "; it stays LOCKED until the next turn", e);
        }
    }

    private void resolve(SignedTransfer transfer) {
        switch (chain.fate(transfer, clock.instant())) {
            case CONFIRMED -> finish(transfer, Transaction::complete);
            case FAILED -> finish(transfer, Transaction::decline);
            case PENDING -> {}
            case ABSENT -> {
                if (chain.send(transfer) == Sending.REFUSED) {
                    finish(transfer, Transaction::decline);
                }
            }
        }
    }

    private void finish(SignedTransfer transfer, BiFunction<Transaction, Instant, Movement> step) {
        books.decide(Subjects.transaction(transfer.organization(), transfer.transaction()), open -> {
            var transaction = open.transaction(transfer.transaction());
            return transaction.status() == TransactionStatus.LOCKED ? open.post(step.apply(transaction, open.now())) : transaction;
        });
    }
}
