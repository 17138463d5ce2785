package dev.corridor.application.reconciliation;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.reconciliation.port.ChainRecord;
import dev.corridor.application.reconciliation.port.ChainRecord.Moved;
import dev.corridor.application.reconciliation.port.Checkpoint;
import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.application.reconciliation.port.RailBooks;
import dev.corridor.application.reconciliation.port.RailBooks.Received;
import dev.corridor.application.reconciliation.port.RailBooks.Sent;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.transaction.TransactionStatus;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the books with a chain, from the block after the last one in which they agree to the last final block whose deposits are in the books.
 *
 * <p>Each transfer to the house's addresses must have its receipt, and each one from the wallet its payout, and the other way round: the payouts that
 * the range of nonces in these blocks belongs to. What the addresses hold at both ends must differ by exactly these transfers, so that no list of
 * events is believed without the token's own count. Memory grows with the transfers of the range, which is a day's as long as both agree.
 */
public final class ChainComparison implements RailComparison {

    /** Nodes bound the range of a search for events, some to 500 blocks, and its filter. */
    private static final int BLOCKS_AT_ONCE = 500;
    private static final int ADDRESSES_AT_ONCE = 200;

    /** The dispatcher asks other nodes a moment later, and may know a later block to be final. */
    private static final Duration OTHERS_MAY_BE_AHEAD = Duration.ofMinutes(1);

    private final ChainRecord chain;
    private final RailBooks books;
    private final FundingMethods methods;

    public ChainComparison(ChainRecord chain, RailBooks books, FundingMethods methods) {
        this.chain = chain;
        this.books = books;
        this.methods = methods;
    }

    @Override
    public String rail() {
        return chain.chain().name();
    }

    /** Without a beginning, or with that of another wallet, this is the beginning. */
    @Override
    public Result compare(Optional<Checkpoint> since, Instant now) {
        long to = last();
        var addresses = addresses();
        var reached = new Checkpoint(to, chain.wallet(), chain.sent(to), held(addresses, to));
        return since.filter(from -> from.wallet().equals(chain.wallet()))
                .map(from -> new Run(from, reached, addresses, now).result())
                .orElseGet(() -> new Result(reached, 0, List.of()));
    }

    private long last() {
        long last = chain.lastFinal();
        if (chain.takesDeposits()) {
            last = Math.min(last, books.lastRead(chain.chain()).orElse(last));
        }
        if (last < 0) {
            throw new Unavailable("no block is final yet");
        }
        return last;
    }

    /** Read after the last block is known: one that is missing was not known to anybody when that block was made. */
    private List<String> addresses() {
        var all = new ArrayList<String>();
        all.add(chain.wallet());
        var part = methods.addresses(chain.chain(), "", ADDRESSES_AT_ONCE);
        while (chain.takesDeposits() && !part.isEmpty()) {
            all.addAll(part);
            part = methods.addresses(chain.chain(), part.getLast(), ADDRESSES_AT_ONCE);
        }
        return all;
    }

    private Map<String, BigInteger> held(List<String> addresses, long block) {
        var held = new HashMap<String, BigInteger>();
        chain.assets().forEach(asset -> held.put(asset.code(), chain.held(addresses, asset, block)));
        return held;
    }

    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static String asset(Value value) {
        return switch (value) {
            case Value.Known known -> known.money().asset().code();
            case Value.Foreign foreign -> foreign.asset();
        };
    }

    private static BigInteger units(Value value) {
        return switch (value) {
            case Value.Known known -> BigInteger.valueOf(known.money().units());
            case Value.Foreign foreign -> foreign.units();
        };
    }

    /** One comparison. */
    private final class Run {

        private final Checkpoint from;
        private final Checkpoint to;
        private final List<String> addresses;
        private final Set<String> own = new HashSet<>();
        private final Instant now;
        private final List<Difference> differences = new ArrayList<>();
        private final Map<String, List<Moved>> paid = new HashMap<>();
        private final Map<String, BigInteger> expected;
        private long movements;

        Run(Checkpoint from, Checkpoint to, List<String> addresses, Instant now) {
            this.from = from;
            this.to = to;
            this.addresses = addresses;
            this.now = now;
            this.expected = new HashMap<>(from.held());
            addresses.forEach(address -> own.add(plain(address)));
        }

        Result result() {
            if (to.position() < from.position()) {
                throw new Unavailable("the nodes have not come as far as block " + from.position());
            }
            for (long block = from.position() + 1; block <= to.position(); block += BLOCKS_AT_ONCE) {
                compareBlocks(block, Math.min(to.position(), block + BLOCKS_AT_ONCE - 1));
            }
            comparePayouts();
            compareHoldings();
            return new Result(to, movements, differences);
        }

        private void compareBlocks(long first, long last) {
            var moved = new HashMap<String, Moved>();
            for (int i = 0; i < addresses.size(); i += ADDRESSES_AT_ONCE) {
                var some = addresses.subList(i, Math.min(addresses.size(), i + ADDRESSES_AT_ONCE));
                chain.transfers(some, first, last).forEach(transfer -> moved.put(transfer.reference(), transfer));
            }
            movements += moved.size();
            moved.values().forEach(this::count);
            if (chain.takesDeposits()) {
                compareReceipts(moved, first, last);
            }
        }

        /** A sweep of a deposit to the wallet is no payout. Other tokens' events are anybody's claim, so only known ones can leave. */
        private void count(Moved transfer) {
            if (own.contains(plain(transfer.to()))) {
                expected.merge(asset(transfer.value()), units(transfer.value()), BigInteger::add);
            }
            if (own.contains(plain(transfer.from())) && transfer.value() instanceof Value.Known) {
                expected.merge(asset(transfer.value()), units(transfer.value()).negate(), BigInteger::add);
                if (isOfTheWallet(transfer)) {
                    paid.computeIfAbsent(transfer.txHash(), hash -> new ArrayList<>()).add(transfer);
                } else if (!own.contains(plain(transfer.to()))) {
                    differences.add(withoutPayout(transfer));
                }
            }
        }

        private boolean isOfTheWallet(Moved transfer) {
            return transfer.from().equalsIgnoreCase(chain.wallet());
        }

        private void compareReceipts(Map<String, Moved> moved, long first, long last) {
            var receipts = new HashMap<String, Received>();
            books.received(chain.chain(), first, last).forEach(receipt -> receipts.put(receipt.reference(), receipt));
            moved.forEach((reference, transfer) -> {
                if (own.contains(plain(transfer.to()))) {
                    compare(transfer, receipts.remove(reference));
                }
            });
            receipts.values().forEach(receipt -> differences.add(Difference.of(
                    "receipt_without_transfer", "reference", receipt.reference(), "asset", receipt.asset(), "units", receipt.units().toString())));
        }

        private void compare(Moved transfer, Received receipt) {
            var arrived = new Received(transfer.reference(), asset(transfer.value()), units(transfer.value()), transfer.to());
            if (receipt == null) {
                differences.add(Difference.of(
                        "transfer_without_receipt",
                        "reference", arrived.reference(), "asset", arrived.asset(), "units", arrived.units().toString(), "to", arrived.payee()));
            } else if (!receipt.equals(arrived)) {
                differences.add(Difference.of(
                        "receipt_unlike_its_transfer",
                        "reference", arrived.reference(),
                        "asset", arrived.asset(), "receiptAsset", receipt.asset(),
                        "units", arrived.units().toString(), "receiptUnits", receipt.units().toString()));
            }
        }

        /** Read after the transfers: what is on the chain was stored before it was sent. */
        private void comparePayouts() {
            books.sent(chain.chain(), chain.wallet(), from.nextNonce()).forEach(this::compare);
            paid.values().forEach(transfers -> transfers.forEach(transfer -> differences.add(withoutPayout(transfer))));
        }

        private void compare(Sent payout) {
            var transfer = payout.hashes().stream().filter(paid::containsKey).findFirst().map(hash -> take(hash, payout));
            switch (payout.status()) {
                case COMPLETED, REFUNDED -> {
                    if (transfer.isEmpty() && isCertain(payout)) {
                        differences.add(of("payout_without_transfer", payout));
                    }
                    transfer.filter(sent -> !isOf(payout, sent)).ifPresent(sent -> differences.add(unlike(payout, sent)));
                }
                case DECLINED -> transfer.ifPresent(sent -> differences.add(of("declined_payout_with_transfer", payout)));
                case LOCKED -> transfer.filter(sent -> !isAsDecided(payout, sent)).ifPresent(sent -> differences.add(unlike(payout, sent)));
                case EXPECTED -> throw new IllegalStateException("nothing is sent for a payout that waits");
            }
        }

        /** Of several transfers in one transaction, one is the payout's. */
        private Moved take(String hash, Sent payout) {
            var transfers = paid.get(hash);
            var own = transfers.stream().filter(transfer -> isAsDecided(payout, transfer)).findFirst().orElse(transfers.getFirst());
            transfers.remove(own);
            return own;
        }

        private boolean isCertain(Sent payout) {
            return payout.nonce() < to.nextNonce() || payout.changedAt().isBefore(now.minus(OTHERS_MAY_BE_AHEAD));
        }

        private static boolean isOf(Sent payout, Moved transfer) {
            return isAsDecided(payout, transfer) && payout.txHash().equalsIgnoreCase(transfer.txHash());
        }

        private static boolean isAsDecided(Sent payout, Moved transfer) {
            return payout.asset().equals(asset(transfer.value()))
                    && payout.units().equals(units(transfer.value()))
                    && payout.to().equalsIgnoreCase(transfer.to());
        }

        private void compareHoldings() {
            new TreeSet<>(to.held().keySet()).stream().filter(from.held()::containsKey).forEach(asset -> {
                var surplus = to.held().get(asset).subtract(expected.get(asset));
                if (surplus.signum() != 0) {
                    differences.add(Difference.of(
                            "holdings_unlike_transfers",
                            "asset", asset, "sinceBlock", Long.toString(from.position()), "surplusUnits", surplus.toString()));
                }
            });
        }

        private static Difference withoutPayout(Moved transfer) {
            return Difference.of(
                    "transfer_without_payout",
                    "reference", transfer.reference(),
                    "from", transfer.from(), "to", transfer.to(),
                    "asset", asset(transfer.value()), "units", units(transfer.value()).toString());
        }

        private static Difference of(String check, Sent payout) {
            return Difference.of(
                    check,
                    "organizationId", payout.organization().toString(),
                    "transactionId", payout.transaction().toString(),
                    "status", payout.status().name(),
                    "txHash", payout.txHash(),
                    "asset", payout.asset(), "units", payout.units().toString());
        }

        private static Difference unlike(Sent payout, Moved transfer) {
            return Difference.of(
                    "payout_unlike_its_transfer",
                    "organizationId", payout.organization().toString(),
                    "transactionId", payout.transaction().toString(),
                    "txHash", payout.txHash(), "minedTxHash", transfer.txHash(),
                    "to", payout.to(), "minedTo", transfer.to(),
                    "asset", payout.asset(), "minedAsset", asset(transfer.value()),
                    "units", payout.units().toString(), "minedUnits", units(transfer.value()).toString());
        }
    }
}
