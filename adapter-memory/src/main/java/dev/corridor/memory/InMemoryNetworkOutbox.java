package dev.corridor.memory;

import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.domain.transaction.NetworkTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Transfers between organizations, claimed by lease. */
final class InMemoryNetworkOutbox implements NetworkOutbox {

    private final Memory memory;

    InMemoryNetworkOutbox(Memory memory) {
        this.memory = memory;
    }

    /** @param takenAt when it was last claimed; before that, when it was recorded */
    record Item(Waiting waiting, Instant takenAt) {

        static Item of(NetworkTransfer transfer, Instant recordedAt) {
            return new Item(new Waiting(transfer, 0), recordedAt);
        }

        private Item takenAt(Instant now) {
            return new Item(waiting, now);
        }

        private Item postponed(Duration by) {
            return new Item(new Waiting(waiting.transfer(), waiting.failures() + 1), takenAt.plus(by));
        }
    }

    @Override
    public List<Waiting> claim(Instant now, Duration lease, int limit) {
        synchronized (memory) {
            var due = memory.networkTransfers.values().stream()
                    .filter(item -> !item.takenAt().plus(lease).isAfter(now))
                    .sorted(Comparator.comparing((Item item) -> item.takenAt())
                            .thenComparing(item -> item.waiting().transfer().transaction().toString()))
                    .limit(limit)
                    .map(Item::waiting)
                    .toList();
            due.forEach(waiting -> change(waiting.transfer(), item -> item.takenAt(now)));
            return due;
        }
    }

    @Override
    public void postpone(NetworkTransfer transfer, Duration by) {
        synchronized (memory) {
            change(transfer, item -> item.postponed(by));
        }
    }

    @Override
    public void end(NetworkTransfer transfer) {
        synchronized (memory) {
            memory.networkTransfers.remove(transfer.transaction());
        }
    }

    private void change(NetworkTransfer transfer, UnaryOperator<Item> change) {
        memory.networkTransfers.computeIfPresent(transfer.transaction(), (id, item) -> change.apply(item));
    }
}
