package dev.corridor.memory;

import dev.corridor.application.transaction.port.Holds;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryHolds implements Holds {

    private final Memory memory;

    InMemoryHolds(Memory memory) {
        this.memory = memory;
    }

    private record Due(Waiting waiting, Instant at) {}

    @Override
    public List<Waiting> due(Instant now, int limit) {
        synchronized (memory) {
            return memory.transactions.values().stream()
                    .flatMap(transaction -> due(transaction).stream())
                    .filter(due -> !due.at().isAfter(now))
                    .sorted(Comparator.comparing(Due::at))
                    .limit(limit)
                    .map(Due::waiting)
                    .toList();
        }
    }

    private Optional<Due> due(Transaction transaction) {
        return transaction.hold().filter(hold -> !hold.isOver()).map(hold -> new Due(
                new Waiting(transaction.organization(), transaction.id()),
                memory.postponedHolds.getOrDefault(transaction.id(), hold.dueAt())));
    }

    @Override
    public List<Waiting> underReview(int limit) {
        synchronized (memory) {
            return memory.transactions.values().stream()
                    .filter(transaction -> transaction.hold().filter(hold -> hold.waitsNowFor(Gate.REVIEW)).isPresent())
                    .sorted(Comparator.comparing(transaction -> transaction.id().uuid()))
                    .limit(limit)
                    .map(transaction -> new Waiting(transaction.organization(), transaction.id()))
                    .toList();
        }
    }

    @Override
    public void postpone(Waiting waiting, Instant until) {
        synchronized (memory) {
            memory.postponedHolds.put(waiting.payout(), until);
        }
    }
}
