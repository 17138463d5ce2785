package dev.corridor.application.funding;

import dev.corridor.application.funding.RecordReceipt.Owner;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositChain.Incoming;
import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details.CryptoPayin;
import dev.corridor.domain.transaction.Details.OnChain;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class WatchDepositsService implements WatchDeposits {

    private static final Logger LOG = System.getLogger(WatchDepositsService.class.getName());

    /** Nodes bound the filter of a search. */
    private static final int ADDRESSES_AT_ONCE = 200;

    private final List<DepositChain> chains;
    private final DepositCursors cursors;
    private final FundingMethods methods;
    private final RecordReceipt receipts;
    private final InstantSource clock;
    private final Map<ChainName, Integer> ranges = new ConcurrentHashMap<>();

    public WatchDepositsService(
            List<DepositChain> chains, DepositCursors cursors, FundingMethods methods, RecordReceipt receipts, InstantSource clock) {
        this.chains = List.copyOf(chains);
        this.cursors = cursors;
        this.methods = methods;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public int watch(Command command) {
        return (int) chains.stream().filter(chain -> tryToRead(chain, command)).count();
    }

    private boolean tryToRead(DepositChain chain, Command command) {
        try {
            return read(chain, command);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not read " + chain.chain() + " for deposits; it is read from the same block again", e);
            return false;
        }
    }

    /**
     * The addresses are read after the last final block is known: an address that is not among them had been given to no payer when that block was
     * made.
     */
    private boolean read(DepositChain chain, Command command) {
        long lastFinal = chain.lastFinal();
        cursors.begin(chain.chain(), Math.max(0, lastFinal + 1));
        var from = cursors.claim(chain.chain(), clock.instant(), command.lease());
        if (from.isEmpty()) {
            return false;
        }
        long next = from.getAsLong();
        try {
            next = read(chain, next, lastFinal, command.blocks());
        } finally {
            cursors.advance(chain.chain(), next);
        }
        return next <= lastFinal;
    }

    /** Answers the first block that is left. A range that fails may have more events than a node tells at once, so the next is half as long. */
    private long read(DepositChain chain, long from, long lastFinal, int blocks) {
        int range = ranges.getOrDefault(chain.chain(), blocks);
        long to = Math.min(lastFinal, from + range - 1);
        if (from > to) {
            return from;
        }
        ranges.put(chain.chain(), Math.max(1, range / 2));
        read(chain, from, to);
        ranges.put(chain.chain(), Math.min(blocks, range * 2));
        return to + 1;
    }

    private void read(DepositChain chain, long from, long to) {
        record(chain.transfers(List.of(chain.wallet()), from, to), chain.chain());
        var after = "";
        List<String> addresses;
        do {
            addresses = methods.addresses(chain.chain(), after, ADDRESSES_AT_ONCE);
            if (!addresses.isEmpty()) {
                record(chain.transfers(addresses, from, to), chain.chain());
                after = addresses.getLast();
            }
        } while (addresses.size() == ADDRESSES_AT_ONCE);
    }

    private void record(List<Incoming> transfers, ChainName chain) {
        for (var transfer : transfers) {
            receipts.record(new RecordReceipt.Command(arrival(transfer, chain), owner(transfer, chain)));
        }
    }

    private static Arrival arrival(Incoming transfer, ChainName chain) {
        var source = new OnChain(chain, transfer.txHash(), transfer.payer(), transfer.payee(), transfer.block(), transfer.blockTime());
        return new Arrival(
                chain.name(),
                transfer.txHash() + ":" + transfer.logIndex(),
                transfer.value(),
                transfer.payer(),
                transfer.payee(),
                transfer.blockTime(),
                new CryptoPayin(source));
    }

    private Owner owner(Incoming transfer, ChainName chain) {
        var method = methods.findByAddress(chain, transfer.payee());
        if (method.isEmpty()) {
            return new Owner.Nobody(SuspenseReason.UNKNOWN_ADDRESS);
        }
        return transfer.value() instanceof Value.Known known && isTooSmall(known.money(), chain)
                ? new Owner.Nobody(SuspenseReason.TOO_SMALL)
                : new Owner.OfAccount(method.get().organization(), method.get().account());
    }

    /** What is less than the smallest payout could not leave again. */
    private static boolean isTooSmall(Money amount, ChainName chain) {
        return IssuedAsset.on(chain).stream()
                .filter(token -> token.asset().equals(amount.asset()))
                .anyMatch(token -> amount.isLessThan(token.minimum()));
    }
}
