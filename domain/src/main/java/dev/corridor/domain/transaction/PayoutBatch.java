package dev.corridor.domain.transaction;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Payouts that were handed in together and are decided one after the other, each by itself.
 *
 * @param maker the text of the principal that has handed them in
 * @param counts how many of its items there are in each state
 * @param cancelledAt empty if it was not: what is not decided then is not made
 */
public record PayoutBatch(
        PayoutBatchId id,
        OrganizationId organization,
        String maker,
        Map<State, Integer> counts,
        Instant createdAt,
        Optional<Instant> cancelledAt)
        implements Owned {

    public static final int MAX_ITEMS = 10_000;

    /** What has become of an item. */
    public enum State {
        /** It was not decided yet. */
        PENDING,
        /** Its payout was accepted: the transaction says how it goes on. */
        SUBMITTED,
        /** Its payout was refused, and nothing was set aside. */
        REFUSED,
        /** The batch was cancelled before it was decided. */
        CANCELLED
    }

    /**
     * One payout of a batch.
     *
     * @param number from 1, in the order in which they were handed in
     * @param transaction the id that its payout has if it is accepted: given before anything is decided, so that no repetition makes another one
     * @param refusal of what is REFUSED
     */
    public record Item(int number, TransactionId transaction, PayoutOrder order, State state, Optional<Hold.Refusal> refusal) {

        public static Item of(int number, TransactionId transaction, PayoutOrder order) {
            return new Item(number, transaction, order, State.PENDING, Optional.empty());
        }
    }

    public PayoutBatch {
        var all = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        counts = Map.copyOf(all);
    }

    /** Of which nothing was decided yet. */
    public static PayoutBatch of(PayoutBatchId id, OrganizationId organization, String maker, int size, Instant now) {
        return new PayoutBatch(id, organization, maker, Map.of(State.PENDING, size), now, Optional.empty());
    }

    /** What is not decided yet is not to be made. Once it is cancelled, it stays as it is. */
    public PayoutBatch cancel(Instant now) {
        if (cancelledAt.isPresent()) {
            return this;
        }
        var rest = new EnumMap<>(counts);
        rest.put(State.CANCELLED, counts.get(State.PENDING));
        rest.put(State.PENDING, 0);
        return new PayoutBatch(id, organization, maker, rest, createdAt, Optional.of(now));
    }

    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
