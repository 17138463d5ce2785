package dev.corridor.chain.evm;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.SignedTransfer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One chain of the Ethereum kind, and the wallet that pays on it.
 *
 * <p>What a single node says of the past is checked, and what is final is said by more than half of the nodes: that a transfer has arrived, that it has
 * failed, or that another transaction has its nonce. No node's word releases money that was signed for.
 */
public final class EvmChain implements Chain {

    private static final Logger LOG = System.getLogger(EvmChain.class.getName());

    /** Used if the node cannot say what a transfer needs. USDC and USDT need up to 65,000 on Ethereum. */
    private static final BigInteger USUAL_GAS = BigInteger.valueOf(150_000);

    /** The part of the estimate that is offered, in percent: a token's transfer costs more to an address that has never had any. */
    private static final BigInteger GAS_PERCENT = BigInteger.valueOf(130);

    /** Six full blocks in a row double the base fee. Source: EIP-1559, which lets it rise by an eighth per block. */
    private static final BigInteger BASE_FEE_FACTOR = BigInteger.TWO;

    /** A node takes a replacement that offers a tenth more, of both fees. Source: geth, {@code txpool.pricebump}. */
    private static final BigInteger BUMP_PERCENT = BigInteger.valueOf(125);

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** Beyond it a transfer waits with what it offers. */
    private static final int MAX_ATTEMPTS = 10;

    private final EvmSettings settings;
    private final Signer signer;
    private final EvmNodes nodes;

    public EvmChain(EvmSettings settings, Signer signer) {
        this.settings = settings;
        this.signer = signer;
        this.nodes = EvmNodes.of(settings);
    }

    private record Fees(BigInteger maxPriorityFee, BigInteger maxFee) {}

    @Override
    public void requireConnected(ChainName chain) {
        if (chain != settings.chain()) {
            throw new BusinessException(new Forbidden("Payouts over " + chain + " are not enabled."));
        }
    }

    /** The wallet has the money and the gas, the token lets it go, and the network's fee is within the bound. */
    @Override
    public Optional<Obstacle> obstacle(ChainTransfer transfer) {
        var token = settings.tokens().get(transfer.amount().asset());
        if (token == null) {
            return obstacle(
                    DispatchReason.ASSET_NOT_CONNECTED,
                    transfer.amount().asset() + " has no contract in the configuration of " + settings.chain());
        }
        return nodes.any(node -> obstacle(transfer, token, node));
    }

    private Optional<Obstacle> obstacle(ChainTransfer transfer, String token, EvmNode node) {
        var units = BigInteger.valueOf(transfer.amount().units());
        var held = Erc20.balance(node.call(signer.address(), token, Erc20.balanceOf(signer.address())));
        if (held.compareTo(units) < 0) {
            return obstacle(DispatchReason.WALLET_SHORT, "the wallet holds less than the payout");
        }
        var base = baseFee(node);
        if (base.compareTo(settings.maxFee()) > 0) {
            return obstacle(DispatchReason.FEE_TOO_HIGH, "the network's fee is above the bound");
        }
        try {
            var gas = gasOf(node.estimateGas(signer.address(), token, Erc20.transfer(transfer.toAddress(), units)));
            return node.balance(signer.address()).compareTo(gas.multiply(fees(node).maxFee())) < 0
                    ? obstacle(DispatchReason.WALLET_SHORT, "the wallet cannot pay for the gas")
                    : Optional.empty();
        } catch (NodeException e) {
            return obstacle(DispatchReason.REFUSED, "the token refuses the transfer: " + e.getMessage());
        }
    }

    private static Optional<Obstacle> obstacle(DispatchReason reason, String detail) {
        return Optional.of(new Obstacle(reason, detail));
    }

    @Override
    public String wallet(ChainName chain) {
        return signer.address();
    }

    /** Too high a number would keep all payouts waiting for the missing ones, so one node is not believed. */
    @Override
    public long firstNonce(ChainName chain) {
        return nodes.agreed(node -> node.pendingTransactionCount(signer.address()), "the next nonce of " + signer.address());
    }

    @Override
    public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
        var token = settings.tokens().get(transfer.amount().asset());
        var data = Erc20.transfer(transfer.toAddress(), BigInteger.valueOf(transfer.amount().units()));
        var fees = nodes.any(this::fees);
        var gas = nodes.any(node -> {
            try {
                return gasOf(node.estimateGas(signer.address(), token, data));
            } catch (NodeException e) {
                return USUAL_GAS;
            }
        });
        var transaction = new Eip1559Transaction(settings.chainId(), nonce, fees.maxPriorityFee(), fees.maxFee(), gas, token, data);
        return signed(transfer, transaction, 0, now);
    }

    @Override
    public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
        var offered = Eip1559Transaction.parse(Hex.bytes(stuck.raw()));
        var market = nodes.any(this::fees);
        var maxFee = bumped(offered.maxFee()).max(market.maxFee());
        var maxPriorityFee = bumped(offered.maxPriorityFee()).max(market.maxPriorityFee());
        boolean isOurs = stuck.wallet().equals(signer.address());
        if (!isOurs || stuck.attempt() + 1 >= MAX_ATTEMPTS || maxFee.compareTo(settings.maxFee()) > 0) {
            return Optional.empty();
        }
        return Optional.of(signed(stuck.transfer(), offered.withFees(maxPriorityFee.min(maxFee), maxFee), stuck.attempt() + 1, now));
    }

    private SignedTransfer signed(ChainTransfer transfer, Eip1559Transaction transaction, int attempt, Instant now) {
        var raw = transaction.signed(signer.sign(transaction.message()));
        return new SignedTransfer(
                transfer, signer.address(), transaction.nonce(), attempt, Eip1559Transaction.hashOf(raw), Hex.of(raw), now);
    }

    private Fees fees(EvmNode node) {
        var priority = node.maxPriorityFee();
        var maxFee = baseFee(node).multiply(BASE_FEE_FACTOR).add(priority).min(settings.maxFee());
        return new Fees(priority.min(maxFee), maxFee);
    }

    private static BigInteger baseFee(EvmNode node) {
        return node.latestBlock().baseFee().orElse(BigInteger.ZERO);
    }

    private static BigInteger gasOf(BigInteger estimate) {
        return estimate.multiply(GAS_PERCENT).divide(HUNDRED);
    }

    /** Rounded up, so that a fee of few wei rises too. */
    private static BigInteger bumped(BigInteger fee) {
        return fee.multiply(BUMP_PERCENT).divide(HUNDRED).add(BigInteger.ONE);
    }

    /**
     * The first node that takes the bytes is enough. An error is not believed: the node may have the bytes, or pass them on; that a nonce is too low
     * may mean that this very transfer is on the chain. "Already known" says that the node has them.
     */
    @Override
    public Sending send(SignedTransfer transfer) {
        try {
            nodes.any(node -> accepted(transfer, node.about(transfer.transfer().transaction())));
            return Sending.ACCEPTED;
        } catch (Unavailable e) {
            return Sending.UNKNOWN;
        }
    }

    private static String accepted(SignedTransfer transfer, EvmNode node) {
        try {
            var hash = node.sendRawTransaction(Hex.bytes(transfer.raw()));
            if (!hash.equalsIgnoreCase(transfer.txHash())) {
                throw new Unavailable(node + " has taken another transaction");
            }
            return hash;
        } catch (NodeException e) {
            if (isKnown(e)) {
                return transfer.txHash();
            }
            throw new Unavailable(node + " has not taken " + transfer + ": " + e.getMessage(), e);
        }
    }

    private static boolean isKnown(NodeException e) {
        var message = e.getMessage().toLowerCase(Locale.ROOT);
        return message.contains("already known") || message.contains("already imported") || message.contains("already in");
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        var votes = nodes.votes(node -> fate(transfer, now, node.about(transfer.transfer().transaction())));
        for (var last : List.of(Fate.CONFIRMED, Fate.FAILED, Fate.DISPLACED)) {
            if (nodes.isMajority(votes.getOrDefault(last, 0L))) {
                return last;
            }
        }
        if (votes.containsKey(Fate.STUCK)) {
            return Fate.STUCK;
        }
        return votes.keySet().equals(Set.of(Fate.ABSENT)) ? Fate.ABSENT : Fate.PENDING;
    }

    private Fate fate(SignedTransfer transfer, Instant now, EvmNode node) {
        long lastFinal = node.blockNumber() - settings.confirmations() + 1;
        var receipt = node.receipt(transfer.txHash());
        if (receipt.isPresent()) {
            return fate(transfer, receipt.get(), lastFinal, node);
        }
        if (lastFinal >= 0 && hasNonce(transfer, lastFinal, node)) {
            return userOf(transfer, lastFinal, node).equalsIgnoreCase(transfer.txHash()) ? Fate.PENDING : Fate.DISPLACED;
        }
        boolean isLate = transfer.signedAt().plus(settings.replaceAfter()).isBefore(now);
        if (isLate && node.transactionCount(transfer.wallet()) == transfer.nonce()) {
            return Fate.STUCK;
        }
        return node.knows(transfer.txHash()) ? Fate.PENDING : Fate.ABSENT;
    }

    /** A receipt counts if its block is in the chain. A transfer that has succeeded counts if the token says so. */
    private Fate fate(SignedTransfer signed, EvmNode.Receipt receipt, long lastFinal, EvmNode node) {
        var block = node.block(receipt.block());
        if (receipt.block() > lastFinal || block.isEmpty() || !block.get().hash().equalsIgnoreCase(receipt.blockHash())) {
            return Fate.PENDING;
        }
        if (!receipt.succeeded()) {
            return Fate.FAILED;
        }
        var transfer = signed.transfer();
        var token = settings.tokens().get(transfer.amount().asset());
        var units = BigInteger.valueOf(transfer.amount().units());
        if (receipt.logs().stream().anyMatch(log -> Erc20.isTransfer(log, token, signed.wallet(), transfer.toAddress(), units))) {
            return Fate.CONFIRMED;
        }
        LOG.log(Level.ERROR, "{0} has succeeded on the chain, and the token has moved nothing", signed);
        return Fate.PENDING;
    }

    /** The receipts are the chain's, because they are final; a node that lies about them is outvoted. */
    @Override
    public Optional<BigInteger> cost(SignedTransfer mined) {
        return Optional.of(nodes.agreed(
                node -> node.receipt(mined.txHash())
                        .map(EvmNode.Receipt::cost)
                        .orElseThrow(() -> new Unavailable(node + " does not have " + mined)),
                "the gas of " + mined));
    }

    /**
     * The hash of the transaction that has the nonce: of the first block after which the wallet's count is higher. Found by steps back that double, and
     * then by halving, so that a node needs the state of few blocks: those of the last half hour, if payouts are looked at within ten minutes.
     */
    private static String userOf(SignedTransfer transfer, long lastFinal, EvmNode node) {
        long after = lastFinal;
        long before = lastFinal - 1;
        for (long step = 1; before >= 0 && hasNonce(transfer, before, node); step *= 2) {
            after = before;
            before = Math.max(-1, before - step);
        }
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (hasNonce(transfer, middle, node)) {
                after = middle;
            } else {
                before = middle;
            }
        }
        return hashIn(after, transfer, node);
    }

    private static boolean hasNonce(SignedTransfer transfer, long block, EvmNode node) {
        return node.transactionCount(transfer.wallet(), block) > transfer.nonce();
    }

    private static String hashIn(long block, SignedTransfer transfer, EvmNode node) {
        return node.transactionsOf(block).stream()
                .filter(sent -> sent.nonce() == transfer.nonce() && sent.from().equalsIgnoreCase(transfer.wallet()))
                .map(EvmNode.Sent::hash)
                .findFirst()
                .orElseThrow(() -> new Unavailable("the block " + block + " does not have the nonce"));
    }
}
