package dev.corridor.memory;

import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Transfers of LOCKED payouts, claimed by lease. */
final class InMemoryOutbox implements Outbox {

    private final Memory memory;

    InMemoryOutbox(Memory memory) {
        this.memory = memory;
    }

    /**
     * A transfer and its turns.
     *
     * @param wallet whose nonce it has; empty if it has none
     * @param takenAt when it was last claimed; before that, when the payout began
     */
    record Item(Outgoing outgoing, String wallet, Instant takenAt) {

        static Item of(ChainTransfer transfer, Instant recordedAt) {
            return new Item(Outgoing.fresh(transfer), "", recordedAt);
        }

        private Item takenAt(Instant now) {
            return new Item(outgoing, wallet, now);
        }

        private Item postponed(Duration by) {
            var failed = new Outgoing(
                    outgoing.transfer(), outgoing.isWithdrawn(), outgoing.nonce(), outgoing.signed(), outgoing.failures() + 1);
            return new Item(failed, wallet, takenAt.plus(by));
        }

        private Item withdrawn() {
            return new Item(new Outgoing(outgoing.transfer(), true, OptionalLong.empty(), List.of(), outgoing.failures()), wallet, takenAt);
        }

        private Item with(String given, OptionalLong nonce) {
            return new Item(new Outgoing(outgoing.transfer(), false, nonce, List.of(), outgoing.failures()), given, takenAt);
        }

        private Item with(SignedTransfer signed) {
            var all = new ArrayList<>(outgoing.signed());
            all.add(signed);
            return new Item(new Outgoing(outgoing.transfer(), false, outgoing.nonce(), all, outgoing.failures()), wallet, takenAt);
        }

        private boolean has(SignedTransfer signed) {
            return wallet.equals(signed.wallet()) && outgoing.nonce().equals(OptionalLong.of(signed.nonce()));
        }
    }

    @Override
    public List<Outgoing> claim(Instant now, Duration lease, int limit) {
        synchronized (memory) {
            var due = memory.transfers.values().stream()
                    .filter(item -> isOpen(item.outgoing().transfer()))
                    .filter(item -> !item.takenAt().plus(lease).isAfter(now))
                    .sorted(Comparator.comparing(Item::takenAt))
                    .limit(limit)
                    .map(Item::outgoing)
                    .toList();
            due.forEach(outgoing -> put(item(outgoing.transfer()).takenAt(now)));
            return due;
        }
    }

    @Override
    public Optional<Outgoing> find(OrganizationId organization, TransactionId payout) {
        synchronized (memory) {
            return memory.transfers.values().stream()
                    .map(Item::outgoing)
                    .filter(outgoing -> outgoing.transfer().transaction().equals(payout) && outgoing.transfer().organization().equals(organization))
                    .findAny();
        }
    }

    @Override
    public void postpone(ChainTransfer transfer, Duration by, String reason) {
        synchronized (memory) {
            put(item(transfer).postponed(by));
        }
    }

    @Override
    public boolean isEnrolled(ChainName chain, String wallet) {
        synchronized (memory) {
            return memory.nextNonces.containsKey(new Memory.Wallet(chain, wallet));
        }
    }

    @Override
    public void enrol(ChainName chain, String wallet, long firstNonce) {
        synchronized (memory) {
            memory.nextNonces.putIfAbsent(new Memory.Wallet(chain, wallet), firstNonce);
        }
    }

    @Override
    public OptionalLong reserve(ChainTransfer transfer, String wallet) {
        synchronized (memory) {
            var item = item(transfer);
            if (item.outgoing().isWithdrawn() || !isOpen(transfer)) {
                return OptionalLong.empty();
            }
            if (item.outgoing().nonce().isPresent()) {
                return item.outgoing().nonce();
            }
            var nonce = OptionalLong.of(memory.nextNonces.get(new Memory.Wallet(transfer.chain(), wallet)));
            memory.nextNonces.merge(new Memory.Wallet(transfer.chain(), wallet), 1L, Long::sum);
            put(item.with(wallet, nonce));
            return nonce;
        }
    }

    @Override
    public boolean withdraw(ChainTransfer transfer) {
        synchronized (memory) {
            if (item(transfer).outgoing().nonce().isPresent()) {
                return false;
            }
            put(item(transfer).withdrawn());
            return true;
        }
    }

    @Override
    public Optional<SignedTransfer> store(SignedTransfer signed) {
        synchronized (memory) {
            var item = item(signed.transfer());
            if (!item.has(signed)) {
                return Optional.empty();
            }
            var before = item.outgoing().signed().stream().filter(kept -> kept.attempt() == signed.attempt()).findFirst();
            if (before.isEmpty() && !isOpen(signed.transfer())) {
                return Optional.empty();
            }
            if (before.isEmpty()) {
                put(item.with(signed));
            }
            name(before.orElse(signed));
            return before.or(() -> Optional.of(signed));
        }
    }

    /** Events tell a transaction's details as they are, and its status as it was. */
    @Override
    public void name(SignedTransfer mined) {
        var payout = mined.transfer().transaction();
        synchronized (memory) {
            memory.transactions.computeIfPresent(payout, (id, before) -> before.sentAs(mined.txHash()));
            memory.events.replaceAll(event -> event instanceof TransactionEvent about && about.transaction().id().equals(payout)
                    ? new TransactionEvent(about.sequence(), about.transaction().sentAs(mined.txHash()))
                    : event);
        }
    }

    @Override
    public boolean release(SignedTransfer newest) {
        synchronized (memory) {
            var item = item(newest.transfer());
            boolean isProved = item.has(newest) && item.outgoing().signed().getLast().equals(newest);
            if (isProved) {
                put(item.with("", OptionalLong.empty()));
            }
            return isProved;
        }
    }

    private boolean isOpen(ChainTransfer transfer) {
        return memory.transactions.get(transfer.transaction()).status() == TransactionStatus.LOCKED;
    }

    private Item item(ChainTransfer transfer) {
        return memory.transfers.get(transfer.transaction());
    }

    private void put(Item item) {
        memory.transfers.put(item.outgoing().transfer().transaction(), item);
    }
}
