package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.evm.EvmNode.Transferred;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deposits on one chain of the Ethereum kind. A list of transfers counts if more than half of the nodes have the same one, in the same blocks. A node that has
 * not come as far as the last block that is asked for has no vote: it would leave out what it does not know yet.
 */
public final class EvmDeposits implements DepositChain {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final EvmSettings settings;
    private final DepositKey key;
    private final String wallet;
    private final EvmNodes nodes;

    public EvmDeposits(EvmSettings settings, DepositKey key, String wallet) {
        this.settings = settings;
        this.key = key;
        this.wallet = Address.toChecksumAddress(wallet);
        this.nodes = EvmNodes.of(settings);
    }

    @Override
    public ChainName chain() {
        return settings.chain();
    }

    @Override
    public DepositKey key() {
        return key;
    }

    @Override
    public List<Asset> assets() {
        return settings.tokens().keySet().stream().sorted(Comparator.comparing(Asset::code)).toList();
    }

    @Override
    public String wallet() {
        return wallet;
    }

    /** The highest that more than half of the nodes have reached. */
    @Override
    public long lastFinal() {
        var heights = nodes.votes(EvmNode::blockNumber);
        return heights.keySet().stream()
                .filter(height -> nodes.isMajority(reached(height, heights)))
                .max(Comparator.naturalOrder())
                .map(height -> height - settings.confirmations() + 1)
                .orElseThrow(() -> new Unavailable("too few nodes have answered"));
    }

    private static long reached(long height, Map<Long, Long> heights) {
        return heights.entrySet().stream().filter(vote -> vote.getKey() >= height).mapToLong(Map.Entry::getValue).sum();
    }

    @Override
    public List<Incoming> transfers(List<String> addresses, long from, long to) {
        return nodes.votes(node -> transfers(addresses, from, to, node)).entrySet().stream()
                .filter(vote -> nodes.isMajority(vote.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unavailable("the nodes disagree about the blocks " + from + " to " + to));
    }

    private List<Incoming> transfers(List<String> addresses, long from, long to, EvmNode node) {
        if (node.blockNumber() < to) {
            throw new Unavailable(node + " has not come as far as block " + to);
        }
        var times = new HashMap<String, Instant>();
        return node.transfers(addresses, from, to).stream()
                .filter(transfer -> transfer.units().signum() > 0)
                .map(transfer -> new Incoming(
                        transfer.txHash(),
                        transfer.logIndex(),
                        value(transfer),
                        Address.toChecksumAddress(transfer.from()),
                        Address.toChecksumAddress(transfer.to()),
                        transfer.block(),
                        times.computeIfAbsent(transfer.blockHash(), hash -> timeOf(transfer, node))))
                .toList();
    }

    /** The events must be of the chain as the node has it now, or it would have changed while it was asked. */
    private static Instant timeOf(Transferred transfer, EvmNode node) {
        return node.block(transfer.block())
                .filter(block -> block.hash().equalsIgnoreCase(transfer.blockHash()))
                .map(EvmNode.Header::time)
                .orElseThrow(() -> new Unavailable(node + " has replaced block " + transfer.block()));
    }

    private Value value(Transferred transfer) {
        return assetOf(transfer.token())
                .filter(asset -> transfer.units().compareTo(MOST) <= 0)
                .<Value>map(asset -> new Value.Known(Money.ofUnits(transfer.units().longValueExact(), asset)))
                .orElseGet(() -> new Value.Foreign(Address.toChecksumAddress(transfer.token()), transfer.units()));
    }

    private Optional<Asset> assetOf(String token) {
        return settings.tokens().entrySet().stream()
                .filter(known -> known.getValue().equalsIgnoreCase(token))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
