package dev.corridor.memory;

import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Transfers of LOCKED payouts, claimed by lease. */
final class InMemoryUnresolvedTransfers implements UnresolvedTransfers {

    private final Memory memory;

    InMemoryUnresolvedTransfers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<SignedTransfer> claim(Instant now, Duration lease, int limit) {
        synchronized (memory) {
            var due = memory.transfers.values().stream()
                    .filter(turn -> memory.transactions.get(turn.transfer().transaction()).status() == TransactionStatus.LOCKED)
                    .filter(turn -> !turn.takenAt().plus(lease).isAfter(now))
                    .sorted(Comparator.comparing(Memory.Claimable::takenAt))
                    .limit(limit)
                    .map(Memory.Claimable::transfer)
                    .toList();
            due.forEach(transfer -> memory.transfers.put(transfer.transaction(), new Memory.Claimable(transfer, now)));
            return due;
        }
    }
}
