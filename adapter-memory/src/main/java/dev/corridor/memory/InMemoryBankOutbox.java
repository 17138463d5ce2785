package dev.corridor.memory;

import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Transfers of fiat payouts and files, claimed by lease. */
final class InMemoryBankOutbox implements BankOutbox {

    private final Memory memory;

    InMemoryBankOutbox(Memory memory) {
        this.memory = memory;
    }

    /**
     * A turn.
     *
     * @param dueAt empty once nothing is left to do
     */
    private record Turn(Optional<Instant> dueAt, int failures, Optional<DispatchReason> reason) {

        private static Turn first(Instant dueAt) {
            return new Turn(Optional.of(dueAt), 0, Optional.empty());
        }

        private Turn last() {
            return new Turn(Optional.empty(), failures, reason);
        }

        private boolean isDue(Instant now) {
            return dueAt.filter(due -> !due.isAfter(now)).isPresent();
        }

        private Turn until(Instant end) {
            return new Turn(Optional.of(end), failures, reason);
        }

        private Turn postponed(Duration by, DispatchReason why) {
            return new Turn(dueAt.map(due -> due.plus(by)), failures + 1, Optional.of(why));
        }
    }

    /** A transfer, and the number of its file if it is in one. */
    record Item(BankTransfer transfer, Optional<Long> file, Turn turn) {

        static Item of(BankTransfer transfer, Instant recordedAt) {
            return new Item(transfer, Optional.empty(), Turn.first(recordedAt));
        }

        private Item with(Turn next) {
            return new Item(transfer, file, next);
        }
    }

    /** A file. The bank has it once it has no more turns. */
    record Kept(BankFile file, Turn turn) {

        private Kept with(Turn next) {
            return new Kept(file, next);
        }

        private Kept handedOver() {
            return with(turn.last());
        }

        private boolean isHandedOver() {
            return turn.dueAt().isEmpty();
        }
    }

    @Override
    public List<Waiting<BankOrder>> claim(String bank, Instant now, Duration lease, int limit) {
        synchronized (memory) {
            Predicate<Item> isOpen = item -> item.transfer().bank().equals(bank) && isLocked(item);
            var due = due(memory.bankTransfers.values().stream().filter(isOpen), Item::turn, now, limit);
            due.forEach(item -> put(item.with(item.turn().until(now.plus(lease)))));
            return due.stream().map(item -> new Waiting<>(order(item.transfer()), item.turn().failures())).toList();
        }
    }

    private static <T> List<T> due(Stream<T> all, Function<T, Turn> turn, Instant now, int limit) {
        return all.filter(each -> turn.apply(each).isDue(now))
                .sorted(Comparator.comparing(each -> turn.apply(each).dueAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    private BankOrder order(BankTransfer transfer) {
        var payout = memory.transactions.get(transfer.transaction());
        var beneficiary = memory.beneficiaries.get(((FiatPayout) payout.details()).beneficiary());
        return new BankOrder(
                payout.id(), payout.organization(), payout.amount(), beneficiary.holder(), (BankAccount) beneficiary.destination());
    }

    @Override
    public void postpone(BankOrder order, Duration by, DispatchReason reason) {
        synchronized (memory) {
            var item = memory.bankTransfers.get(order.transaction());
            put(item.with(item.turn().postponed(by, reason)));
        }
    }

    @Override
    public long nextNumber(String bank) {
        synchronized (memory) {
            return ++memory.lastBankFileNumber;
        }
    }

    @Override
    public boolean store(BankFile file, List<BankOrder> orders, Instant now) {
        synchronized (memory) {
            var items = orders.stream().map(order -> memory.bankTransfers.get(order.transaction())).toList();
            if (!items.stream().allMatch(item -> isLocked(item) && item.turn().dueAt().isPresent())) {
                return false;
            }
            items.forEach(item -> put(new Item(item.transfer(), Optional.of(file.number()), item.turn().last())));
            put(new Kept(file, Turn.first(now)));
            return true;
        }
    }

    @Override
    public List<Waiting<BankFile>> claimFiles(String bank, Instant now, Duration lease, int limit) {
        synchronized (memory) {
            var due = due(memory.bankFiles.values().stream().filter(kept -> kept.file().bank().equals(bank)), Kept::turn, now, limit);
            due.forEach(kept -> put(kept.with(kept.turn().until(now.plus(lease)))));
            return due.stream().map(kept -> new Waiting<>(kept.file(), kept.turn().failures())).toList();
        }
    }

    @Override
    public void postpone(BankFile file, Duration by, DispatchReason reason) {
        synchronized (memory) {
            var kept = memory.bankFiles.get(file.messageId());
            put(kept.with(kept.turn().postponed(by, reason)));
        }
    }

    @Override
    public void handedOver(BankFile file, Instant now) {
        synchronized (memory) {
            put(memory.bankFiles.get(file.messageId()).handedOver());
        }
    }

    @Override
    public void acknowledge(BankTransfer transfer, Instant now) {
        synchronized (memory) {
            memory.bankTransfers.get(transfer.transaction()).file()
                    .map(number -> memory.bankFiles.get(BankFile.messageId(transfer.bank(), number)))
                    .ifPresent(kept -> handedOver(kept.file(), now));
        }
    }

    @Override
    public Progress progress(BankTransfer transfer) {
        synchronized (memory) {
            return file(memory.bankTransfers.get(transfer.transaction()))
                    .map(kept -> kept.isHandedOver() ? Progress.HANDED_OVER : Progress.FILED)
                    .orElse(Progress.WAITING);
        }
    }

    private Optional<Kept> file(Item item) {
        return item.file().map(number -> memory.bankFiles.get(BankFile.messageId(item.transfer().bank(), number)));
    }

    @Override
    public Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout) {
        synchronized (memory) {
            return Optional.ofNullable(memory.bankTransfers.get(payout))
                    .filter(item -> item.transfer().organization().equals(organization))
                    .map(item -> file(item).map(kept -> dispatch(item, kept)).orElseGet(() -> dispatch(item)));
        }
    }

    private Dispatch dispatch(Item item) {
        var next = item.turn().dueAt().filter(due -> isLocked(item));
        var state = next.isEmpty() ? DispatchState.WITHDRAWN : DispatchState.WAITING;
        return new Dispatch(state, item.turn().failures(), item.turn().reason(), next);
    }

    private static Dispatch dispatch(Item item, Kept kept) {
        int failures = item.turn().failures() + kept.turn().failures();
        return kept.isHandedOver()
                ? new Dispatch(DispatchState.SENT, failures + 1, Optional.empty(), Optional.empty())
                : new Dispatch(DispatchState.PREPARED, failures, kept.turn().reason(), kept.turn().dueAt());
    }

    @Override
    public boolean withdraw(BankTransfer transfer) {
        synchronized (memory) {
            var item = memory.bankTransfers.get(transfer.transaction());
            if (item.file().isEmpty()) {
                put(item.with(item.turn().last()));
            }
            return item.file().isEmpty();
        }
    }

    @Override
    public Optional<BankTransfer> find(TransactionId payout) {
        synchronized (memory) {
            return Optional.ofNullable(memory.bankTransfers.get(payout)).map(Item::transfer);
        }
    }

    @Override
    public List<BankTransfer> inFile(String bank, long number) {
        synchronized (memory) {
            return memory.bankTransfers.values().stream()
                    .filter(item -> item.transfer().bank().equals(bank) && item.file().equals(Optional.of(number)))
                    .map(Item::transfer)
                    .sorted(Comparator.comparing(transfer -> transfer.transaction().toString()))
                    .toList();
        }
    }

    private boolean isLocked(Item item) {
        return memory.transactions.get(item.transfer().transaction()).status() == TransactionStatus.LOCKED;
    }

    private void put(Item item) {
        memory.bankTransfers.put(item.transfer().transaction(), item);
    }

    private void put(Kept kept) {
        memory.bankFiles.put(kept.file().messageId(), kept);
    }
}
