package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.evm.EvmNode.Transferred;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/**
 * Deposits on one chain of the Ethereum kind. A list of transfers counts if more than half of the nodes have the same one, in the same blocks. A node that has
 * not come as far as the last block that is asked for has no vote: it would leave out what it does not know yet.
 */
public final class EvmDeposits implements DepositChain {

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
        return settings.assets();
    }

    @Override
    public String wallet() {
        return wallet;
    }

    @Override
    public long lastFinal() {
        return nodes.lastFinal(settings.confirmations());
    }

    @Override
    public Instant madeAt(long block) {
        return nodes.any(node -> node.block(block).map(EvmNode.Header::time)
                .orElseThrow(() -> new Unavailable(node + " does not have block " + block)));
    }

    @Override
    public List<Incoming> transfers(List<String> addresses, long from, long to) {
        return nodes.agreed(node -> transfers(addresses, from, to, node), "the blocks " + from + " to " + to);
    }

    private List<Incoming> transfers(List<String> addresses, long from, long to, EvmNode node) {
        node.requireReached(to);
        var times = new HashMap<String, Instant>();
        return node.transfers(addresses, from, to).stream()
                .map(transfer -> new Incoming(
                        transfer.txHash(),
                        transfer.logIndex(),
                        settings.value(transfer.token(), transfer.units()),
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
}
