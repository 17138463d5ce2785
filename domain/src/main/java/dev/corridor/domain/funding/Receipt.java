package dev.corridor.domain.funding;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has become of an arrival. There is one receipt for each, however often the rail tells of it.
 *
 * <p>The books have what is CREDITED or ASSIGNED. What is SUSPENDED lies at the rail and belongs to no account, until an operator assigns it to one
 * or returns it.
 */
public sealed interface Receipt {

    Arrival arrival();

    State state();

    /** When it was first recorded. */
    Instant recordedAt();

    /** When it came to its state. */
    Instant updatedAt();

    /** The transaction that credits it. */
    Optional<Credit> credit();

    default ReceiptId id() {
        return arrival().receipt();
    }

    /** Or an invalid request: an operator decides once. */
    default Suspended requireSuspended() {
        if (this instanceof Suspended suspended) {
            return suspended;
        }
        throw new BusinessException(new InvalidRequest("The receipt is " + state() + "; only a SUSPENDED one can be assigned or returned."));
    }

    enum State {
        CREDITED,
        SUSPENDED,
        ASSIGNED,
        RETURNED,
        OFFSET
    }

    record Credit(OrganizationId organization, AccountId account, TransactionId transaction) {}

    /**
     * An operator's decision.
     *
     * @param by the text of a principal
     * @param evidence by what it is known to be right
     */
    record Resolution(String by, String evidence, Instant at) {}

    /** In the account that it was paid to. */
    record Credited(Arrival arrival, Credit to, Instant recordedAt) implements Receipt {

        @Override
        public State state() {
            return State.CREDITED;
        }

        @Override
        public Instant updatedAt() {
            return recordedAt;
        }

        @Override
        public Optional<Credit> credit() {
            return Optional.of(to);
        }
    }

    /** In no account. */
    record Suspended(Arrival arrival, SuspenseReason reason, Instant recordedAt) implements Receipt {

        @Override
        public State state() {
            return State.SUSPENDED;
        }

        @Override
        public Instant updatedAt() {
            return recordedAt;
        }

        @Override
        public Optional<Credit> credit() {
            return Optional.empty();
        }

        /** Given to an account. The movement that credits it is the caller's to post, in the same decision. */
        public Assigned assign(Credit to, Resolution resolution) {
            if (!(arrival.value() instanceof Value.Known)) {
                throw new BusinessException(new InvalidRequest("No account can hold what has arrived; it can only be returned."));
            }
            return new Assigned(arrival, reason, recordedAt, to, resolution);
        }

        /** Sent back by the rail that it came from, or otherwise dealt with outside of the books. */
        public Returned giveBack(Resolution resolution) {
            return new Returned(arrival, reason, recordedAt, resolution);
        }
    }

    /** In the account that an operator has found for it. */
    record Assigned(Arrival arrival, SuspenseReason reason, Instant recordedAt, Credit to, Resolution resolution) implements Receipt {

        @Override
        public State state() {
            return State.ASSIGNED;
        }

        @Override
        public Instant updatedAt() {
            return resolution.at();
        }

        @Override
        public Optional<Credit> credit() {
            return Optional.of(to);
        }
    }

    /**
     * In no account, because it undoes what the books do not have: the debit of a payout that is DECLINED, or that of a payout whose refusal has brought
     * the money back already.
     */
    record Offset(Arrival arrival, Instant recordedAt) implements Receipt {

        @Override
        public State state() {
            return State.OFFSET;
        }

        @Override
        public Instant updatedAt() {
            return recordedAt;
        }

        @Override
        public Optional<Credit> credit() {
            return Optional.empty();
        }
    }

    /** With its payer again. */
    record Returned(Arrival arrival, SuspenseReason reason, Instant recordedAt, Resolution resolution) implements Receipt {

        @Override
        public State state() {
            return State.RETURNED;
        }

        @Override
        public Instant updatedAt() {
            return resolution.at();
        }

        @Override
        public Optional<Credit> credit() {
            return Optional.empty();
        }
    }
}
