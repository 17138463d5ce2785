package dev.corridor.application.transaction;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> enrolled = ConcurrentHashMap.newKeySet();

    public PayoutDispatcher(Books books, Outbox outbox, Chain chain, InstantSource clock) {
        this.books = books;
        this.outbox = outbox;
        this.chain = chain;
        this.clock = clock;
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
                LOG.log(Level.WARNING, "{0} cannot be sent: {1}", transfer.transaction(), obstacle.get());
                return outbox.withdraw(transfer) ? decline(transfer, request) : Turn.UNKNOWN;
            }
        }
        var nonce = outbox.reserve(transfer, chain.wallet(transfer.chain()));
        if (nonce.isEmpty()) {
            return Turn.UNKNOWN;
        }
        return store(chain.sign(transfer, nonce.getAsLong(), clock.instant()), request);
    }

    /** Before a nonce is reserved, a chain that cannot be asked is an obstacle like any other. */
    private Optional<String> obstacle(ChainTransfer transfer) {
        try {
            var obstacle = chain.obstacle(transfer);
            if (obstacle.isEmpty()) {
                enrol(transfer);
            }
            return obstacle;
        } catch (Unavailable e) {
            return Optional.of(e.getMessage());
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
        return switch (chain.send(signed)) {
            case ACCEPTED -> new Turn(Sending.ACCEPTED, Optional.of(signed.txHash()));
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
                    return end(signed.get(i), Transaction::complete);
                }
                case FAILED -> {
                    return end(signed.get(i), Transaction::decline);
                }
                case PENDING, STUCK, ABSENT, DISPLACED -> {}
            }
        }
        var newest = signed.getLast();
        if (fates.stream().allMatch(Fate.DISPLACED::equals)) {
            LOG.log(Level.WARNING, "The nonce of {0} belongs to a transaction of somebody else; the payout gets another one", newest);
            return outbox.release(newest) ? prepare(Outgoing.fresh(outgoing.transfer()), Optional.empty()) : Turn.UNKNOWN;
        }
        return switch (fates.getLast()) {
            case STUCK -> {
                var replacement = chain.replace(newest, clock.instant());
                yield replacement.isPresent() ? store(replacement.get(), Optional.empty()) : send(newest, Optional.empty());
            }
            case ABSENT -> send(newest, Optional.empty());
            case CONFIRMED, FAILED, PENDING, DISPLACED -> new Turn(Sending.ACCEPTED, Optional.of(newest.txHash()));
        };
    }

    private Turn end(SignedTransfer mined, BiFunction<Transaction, Instant, Movement> step) {
        outbox.name(mined);
        finish(mined.transfer(), Optional.empty(), step);
        return new Turn(Sending.ACCEPTED, Optional.of(mined.txHash()));
    }

    /**
     * That the books could not take the refusal down must not look as if nothing had been done: the payout is LOCKED, and will be resolved like one
     * without an answer.
     */
    private Turn decline(ChainTransfer transfer, Optional<IdempotencyKey> request) {
        try {
            finish(transfer, request, Transaction::decline);
            return Turn.REFUSED;
        } catch (DecisionRolledBack | BusinessException e) {
            LOG.log(Level.WARNING, transfer.transaction() + " will not be sent, and the books could not take that down", e);
            return Turn.UNKNOWN;
        }
    }

    /** Another node, or in the sandbox the client, may have ended the payout before. */
    private void finish(ChainTransfer transfer, Optional<IdempotencyKey> request, BiFunction<Transaction, Instant, Movement> step) {
        books.decide(Subjects.transaction(transfer.organization(), transfer.transaction()), open -> {
            request.ifPresent(open::forget);
            return open.end(transfer.transaction(), step);
        });
    }
}
