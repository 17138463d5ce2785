package dev.corridor.memory;

import dev.corridor.application.funding.port.Receipts;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Returned;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import java.util.List;
import java.util.Optional;

final class InMemoryReceipts implements Receipts {

    private final Memory memory;

    InMemoryReceipts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Receipt> find(ReceiptId id) {
        synchronized (memory) {
            return memory.receipt(id);
        }
    }

    @Override
    public Receipt keep(Receipt receipt) {
        synchronized (memory) {
            memory.receipts.putIfAbsent(receipt.id(), receipt);
            return memory.receipts.get(receipt.id());
        }
    }

    @Override
    public List<Suspended> suspended(int limit) {
        synchronized (memory) {
            return memory.receipts.values().stream()
                    .filter(Suspended.class::isInstance)
                    .map(Suspended.class::cast)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public boolean giveBack(Returned receipt) {
        synchronized (memory) {
            boolean isSuspended = memory.receipts.get(receipt.id()) instanceof Suspended;
            if (isSuspended) {
                memory.receipts.put(receipt.id(), receipt);
            }
            return isSuspended;
        }
    }
}
