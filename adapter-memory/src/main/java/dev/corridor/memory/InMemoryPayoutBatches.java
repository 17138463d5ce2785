package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryPayoutBatches implements PayoutBatches {

    private final Memory memory;

    InMemoryPayoutBatches(Memory memory) {
        this.memory = memory;
    }

    /** A batch with its items, and what was recorded of them. */
    static final class Kept {

        private final PayoutBatch batch;
        private final List<Item> items;
        private final Map<Integer, Optional<Refusal>> decided = new HashMap<>();
        private Optional<Instant> dueAt;
        private Optional<Instant> cancelledAt = Optional.empty();

        Kept(PayoutBatch batch, List<Item> items) {
            this.batch = batch;
            this.items = List.copyOf(items);
            this.dueAt = Optional.of(batch.createdAt());
        }

        /** Who was first holds. */
        void cancel(Instant now) {
            cancelledAt = cancelledAt.or(() -> Optional.of(now));
        }

        private Work work() {
            return new Work(batch.organization(), batch.id(), batch.maker());
        }
    }

    @Override
    public Optional<PayoutBatch> find(OrganizationId organization, PayoutBatchId id) {
        synchronized (memory) {
            return kept(organization, id).map(this::asItIs);
        }
    }

    @Override
    public Page<PayoutBatch> page(OrganizationId organization, PageRequest<PayoutBatchId> request) {
        synchronized (memory) {
            var found = memory.payoutBatches.values().stream()
                    .filter(kept -> organization.owns(kept.batch))
                    .filter(kept -> request.after().filter(after -> kept.batch.id().toString().compareTo(after.toString()) >= 0).isEmpty())
                    .sorted(Comparator.comparing((Kept kept) -> kept.batch.id().toString()).reversed())
                    .limit(request.limit() + 1L)
                    .map(this::asItIs)
                    .toList();
            return Page.of(found, request.limit());
        }
    }

    @Override
    public Page<Item> items(OrganizationId organization, PayoutBatchId id, Optional<State> state, PageRequest<Integer> request) {
        synchronized (memory) {
            var found = kept(organization, id).stream()
                    .flatMap(kept -> kept.items.stream().map(item -> asItIs(kept, item)))
                    .filter(item -> item.number() > request.after().orElse(0))
                    .filter(item -> state.filter(wanted -> wanted != item.state()).isEmpty())
                    .limit(request.limit() + 1L)
                    .toList();
            return Page.of(found, request.limit());
        }
    }

    @Override
    public List<Work> claim(Instant now, Duration lease, int limit) {
        synchronized (memory) {
            var due = memory.payoutBatches.values().stream()
                    .filter(kept -> kept.dueAt.filter(at -> !at.isAfter(now)).isPresent())
                    .sorted(Comparator.comparing((Kept kept) -> kept.dueAt.orElseThrow()))
                    .limit(limit)
                    .toList();
            due.forEach(kept -> kept.dueAt = Optional.of(now.plus(lease)));
            return due.stream().map(Kept::work).toList();
        }
    }

    @Override
    public List<Item> next(Work work, Instant leasedUntil, int limit) {
        synchronized (memory) {
            var kept = kept(work);
            if (kept.cancelledAt.isPresent()) {
                return List.of();
            }
            kept.dueAt = Optional.of(leasedUntil);
            return kept.items.stream().filter(item -> !kept.decided.containsKey(item.number())).limit(limit).toList();
        }
    }

    @Override
    public void record(Work work, List<Decided> decided) {
        synchronized (memory) {
            decided.forEach(each -> kept(work).decided.putIfAbsent(each.number(), each.refusal()));
        }
    }

    @Override
    public void postpone(Work work, Instant until) {
        synchronized (memory) {
            kept(work).dueAt = Optional.of(until);
        }
    }

    @Override
    public void finish(Work work) {
        synchronized (memory) {
            kept(work).dueAt = Optional.empty();
        }
    }

    private Optional<Kept> kept(OrganizationId organization, PayoutBatchId id) {
        return Optional.ofNullable(memory.payoutBatches.get(id)).filter(kept -> organization.owns(kept.batch));
    }

    private Kept kept(Work work) {
        return kept(work.organization(), work.batch()).orElseThrow();
    }

    private PayoutBatch asItIs(Kept kept) {
        var counts = kept.items.stream()
                .collect(Collectors.groupingBy(item -> asItIs(kept, item).state(), Collectors.summingInt(item -> 1)));
        var batch = kept.batch;
        return new PayoutBatch(batch.id(), batch.organization(), batch.maker(), counts, batch.createdAt(), kept.cancelledAt);
    }

    private Item asItIs(Kept kept, Item item) {
        var refusal = kept.decided.getOrDefault(item.number(), Optional.empty());
        State state;
        if (memory.transactions.containsKey(item.transaction())) {
            state = State.SUBMITTED;
        } else if (refusal.isPresent()) {
            state = State.REFUSED;
        } else {
            state = kept.cancelledAt.isPresent() ? State.CANCELLED : State.PENDING;
        }
        return new Item(item.number(), item.transaction(), item.order(), state, refusal);
    }
}
