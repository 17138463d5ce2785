package dev.corridor.application.transaction;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.RailWatch.Repair;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Obstacle;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Outbox.Finding;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Takes crypto payouts from the outbox to the chain: asks for obstacles, reserves a nonce, signs, stores what was signed, sends it, and looks it up until
 * it is final. Each step is durable before the next begins, and can be repeated by another node after a crash.
 *
 * <p>Money is released in two cases only. Before a nonce is reserved, nothing is signed, so a payout that meets an obstacle is withdrawn. After that, the
 * chain must have a final transaction with this nonce that has moved nothing.
 */
public final class PayoutDispatcher {

    private static final Logger LOG = System.getLogger(PayoutDispatcher.class.getName());

    private final Books books;
    private final Outbox outbox;
    private final Chain chain;
    private final InstantSource clock;
    private final RailWatch watch;
    private final Set<String> enrolled = ConcurrentHashMap.newKeySet();

    public PayoutDispatcher(Books books, Outbox outbox, Chain chain, InstantSource clock, RailWatch watch) {
        this.books = books;
        this.outbox = outbox;
        this.chain = chain;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * What became of a turn.
     *
     * @param sending REFUSED if the payout is declined
     * @param txHash of what was signed, if something was
     */
    record Turn(Sending sending, Optional<String> txHash) {

        static final Turn REFUSED = new Turn(Sending.REFUSED, Optional.empty());
        static final Turn UNKNOWN = new Turn(Sending.UNKNOWN, Optional.empty());
    }

    /**
     * The first turn of a payout.
     *
     * @param request is forgotten if the payout is declined, so that it may be sent again under the same key
     */
    Turn begin(ChainTransfer transfer, Optional<IdempotencyKey> request) {
        return prepare(Outgoing.fresh(transfer), request);
    }

    /** The next turn of a payout, whatever has been done for it. */
    Turn resume(Outgoing outgoing) {
        if (outgoing.isWithdrawn()) {
            return decline(outgoing.transfer(), Optional.empty());
        }
        return outgoing.signed().isEmpty() ? prepare(outgoing, Optional.empty()) : follow(outgoing);
    }

    private Turn prepare(Outgoing outgoing, Optional<IdempotencyKey> request) {
        var transfer = outgoing.transfer();
        if (outgoing.nonce().isEmpty()) {
            var obstacle = obstacle(transfer);
            if (obstacle.isPresent()) {
                LOG.log(Level.WARNING, "{0} cannot be sent: {1}", transfer.transaction(), obstacle.get().detail());
                return outbox.withdraw(transfer, obstacle.get().reason()) ? decline(transfer, request) : Turn.UNKNOWN;
            }
        }
        var nonce = outbox.reserve(transfer, chain.wallet(transfer.chain()));
        if (nonce.isEmpty()) {
            return Turn.UNKNOWN;
        }
        return store(chain.sign(transfer, nonce.getAsLong(), clock.instant()), request);
    }

    /** Before a nonce is reserved, a chain that cannot be asked is an obstacle like any other. */
    private Optional<Obstacle> obstacle(ChainTransfer transfer) {
        try {
            var obstacle = chain.obstacle(transfer);
            if (obstacle.isEmpty()) {
                enrol(transfer);
            }
            return obstacle;
        } catch (Unavailable e) {
            return Optional.of(new Obstacle(DispatchReason.UNAVAILABLE, e.getMessage()));
        }
    }

    private void enrol(ChainTransfer transfer) {
        var wallet = chain.wallet(transfer.chain());
        if (!enrolled.contains(transfer.chain() + wallet)) {
            if (!outbox.isEnrolled(transfer.chain(), wallet)) {
                outbox.enrol(transfer.chain(), wallet, chain.firstNonce(transfer.chain()));
            }
            enrolled.add(transfer.chain() + wallet);
        }
    }

    private Turn store(SignedTransfer signed, Optional<IdempotencyKey> request) {
        return outbox.store(signed).map(kept -> send(kept, request)).orElse(Turn.UNKNOWN);
    }

    private Turn send(SignedTransfer signed, Optional<IdempotencyKey> request) {
        var outcome = chain.send(signed);
        watch.sent(signed.transfer().chain().name(), outcome);
        outbox.sent(signed, Finding.of(outcome));
        return switch (outcome) {
            case ACCEPTED -> accepted(signed);
            case UNKNOWN -> new Turn(Sending.UNKNOWN, Optional.of(signed.txHash()));
            case REFUSED -> decline(signed.transfer(), request);
        };
    }

    private Turn follow(Outgoing outgoing) {
        var signed = outgoing.signed();
        var fates = signed.stream().map(attempt -> chain.fate(attempt, clock.instant())).toList();
        for (int i = 0; i < signed.size(); i++) {
            switch (fates.get(i)) {
                case CONFIRMED -> {
                    return end(signed.get(i), true, Transaction::complete);
                }
                case FAILED -> {
                    return end(signed.get(i), false, Transaction::decline);
                }
                case PENDING, STUCK, ABSENT, DISPLACED -> {}
            }
        }
        var newest = signed.getLast();
        if (fates.stream().allMatch(Fate.DISPLACED::equals)) {
            LOG.log(Level.WARNING, "Another transaction of the wallet has the nonce of {0}; the payout gets another one", newest);
            return outbox.release(newest) ? renumber(outgoing.transfer()) : Turn.UNKNOWN;
        }
        return switch (fates.getLast()) {
            case STUCK -> offerMore(newest);
            case ABSENT -> {
                watch.repaired(newest.transfer().chain(), Repair.RESENT);
                yield send(newest, Optional.empty());
            }
            case PENDING -> {
                if (!outgoing.isAccepted()) {
                    outbox.found(newest, Finding.ACCEPTED);
                }
                yield accepted(newest);
            }
            case CONFIRMED, FAILED, DISPLACED -> accepted(newest);
        };
    }

    private Turn renumber(ChainTransfer transfer) {
        watch.repaired(transfer.chain(), Repair.RENUMBERED);
        return prepare(Outgoing.fresh(transfer), Optional.empty());
    }

    private Turn offerMore(SignedTransfer stuck) {
        var replacement = chain.replace(stuck, clock.instant());
        if (replacement.isPresent()) {
            watch.repaired(stuck.transfer().chain(), Repair.REPLACED);
            return store(replacement.get(), Optional.empty());
        }
        var turn = send(stuck, Optional.empty());
        outbox.found(stuck, Finding.STUCK);
        return turn;
    }

    private static Turn accepted(SignedTransfer signed) {
        return new Turn(Sending.ACCEPTED, Optional.of(signed.txHash()));
    }

    /** The house bears the gas, of a transaction that has failed too. It is booked with the end of the payout, so once. */
    private Turn end(SignedTransfer mined, boolean hasMoved, BiFunction<Transaction, Instant, Movement> step) {
        var cost = chain.cost(mined);
        outbox.name(mined);
        outbox.found(mined, hasMoved ? Finding.ACCEPTED : Finding.FAILED);
        boolean isEnded = finish(mined.transfer(), Optional.empty(), (open, payout) -> {
            cost.ifPresent(units -> open.record(GasCost.of(mined, units, hasMoved, open.now())));
            open.post(step.apply(payout, open.now()));
        });
        if (isEnded) {
            cost.ifPresent(units -> watch.spent(mined.transfer().chain(), units));
        }
        return accepted(mined);
    }

    /**
     * That the books could not take the refusal down must not look as if nothing had been done: the payout is LOCKED, and will be resolved like one
     * without an answer.
     */
    private Turn decline(ChainTransfer transfer, Optional<IdempotencyKey> request) {
        try {
            finish(transfer, request, (open, payout) -> open.post(payout.decline(open.now())));
            return Turn.REFUSED;
        } catch (DecisionRolledBack | BusinessException e) {
            LOG.log(Level.WARNING, transfer.transaction() + " will not be sent, and the books could not take that down", e);
            return Turn.UNKNOWN;
        }
    }

    /** False if another node, or in the sandbox the client, has ended the payout before. */
    private boolean finish(ChainTransfer transfer, Optional<IdempotencyKey> request, BiConsumer<OpenBooks, Transaction> ending) {
        return books.decide(Subjects.transaction(transfer.organization(), transfer.transaction()), open -> {
            request.ifPresent(open::forget);
            var payout = open.transaction(transfer.transaction());
            boolean isLocked = payout.status() == TransactionStatus.LOCKED;
            if (isLocked) {
                ending.accept(open, payout);
            }
            return isLocked;
        });
    }
}
