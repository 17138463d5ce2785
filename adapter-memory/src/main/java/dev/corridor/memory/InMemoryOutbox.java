package dev.corridor.memory;

import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
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
    record Item(Outgoing outgoing, String wallet, Instant takenAt, int sends, Optional<DispatchReason> reason) {

        static Item of(ChainTransfer transfer, Instant recordedAt) {
            return new Item(Outgoing.fresh(transfer), "", recordedAt, 0, Optional.empty());
        }

        private Item takenAt(Instant now) {
            return new Item(outgoing, wallet, now, sends, reason);
        }

        private Item postponed(Duration by, DispatchReason why) {
            var failed = new Outgoing(
                    outgoing.transfer(),
                    outgoing.isWithdrawn(),
                    outgoing.nonce(),
                    outgoing.signed(),
                    outgoing.isAccepted(),
                    outgoing.failures() + 1);
            return new Item(failed, wallet, takenAt.plus(by), sends, Optional.of(why));
        }

        private Item withdrawn(DispatchReason why) {
            var withdrawn = new Outgoing(outgoing.transfer(), true, OptionalLong.empty(), List.of(), false, outgoing.failures() + 1);
            return new Item(withdrawn, wallet, takenAt, sends, Optional.of(why));
        }

        private Item with(String given, OptionalLong nonce) {
            var prepared = new Outgoing(outgoing.transfer(), false, nonce, List.of(), false, outgoing.failures());
            return new Item(prepared, given, takenAt, sends, nonce.isEmpty() ? Optional.of(DispatchReason.DISPLACED) : reason);
        }

        private Item with(SignedTransfer signed) {
            var all = new ArrayList<>(outgoing.signed());
            all.add(signed);
            var kept = new Outgoing(outgoing.transfer(), false, outgoing.nonce(), all, outgoing.isAccepted(), outgoing.failures());
            return new Item(kept, wallet, takenAt, sends, reason);
        }

        private Item with(int more, Finding finding) {
            boolean isAccepted = outgoing.isAccepted() || finding.isAccepted();
            var known = new Outgoing(
                    outgoing.transfer(), outgoing.isWithdrawn(), outgoing.nonce(), outgoing.signed(), isAccepted, outgoing.failures());
            return new Item(known, wallet, takenAt, sends + more, finding.reason());
        }

        private boolean has(SignedTransfer signed) {
            return wallet.equals(signed.wallet()) && outgoing.nonce().equals(OptionalLong.of(signed.nonce()));
        }

        private DispatchState state() {
            if (outgoing.isWithdrawn()) {
                return DispatchState.WITHDRAWN;
            }
            if (outgoing.isAccepted()) {
                return DispatchState.SENT;
            }
            return outgoing.signed().isEmpty() ? DispatchState.WAITING : DispatchState.PREPARED;
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
            return item(organization, payout).map(Item::outgoing);
        }
    }

    @Override
    public Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout, Duration lease) {
        synchronized (memory) {
            return item(organization, payout).map(item -> new Dispatch(
                    item.state(),
                    item.sends() + item.outgoing().failures(),
                    item.reason(),
                    Optional.of(item.takenAt().plus(lease)).filter(next -> isOpen(item.outgoing().transfer()))));
        }
    }

    private Optional<Item> item(OrganizationId organization, TransactionId payout) {
        return Optional.ofNullable(memory.transfers.get(payout))
                .filter(item -> item.outgoing().transfer().organization().equals(organization));
    }

    @Override
    public void postpone(ChainTransfer transfer, Duration by, DispatchReason reason) {
        synchronized (memory) {
            put(item(transfer).postponed(by, reason));
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
    public boolean withdraw(ChainTransfer transfer, DispatchReason reason) {
        synchronized (memory) {
            if (item(transfer).outgoing().nonce().isPresent()) {
                return false;
            }
            put(item(transfer).withdrawn(reason));
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

    @Override
    public void sent(SignedTransfer signed, Finding finding) {
        note(signed, 1, finding);
    }

    @Override
    public void found(SignedTransfer signed, Finding finding) {
        note(signed, 0, finding);
    }

    private void note(SignedTransfer signed, int sends, Finding finding) {
        synchronized (memory) {
            var item = item(signed.transfer());
            if (item.has(signed)) {
                put(item.with(sends, finding));
            }
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
