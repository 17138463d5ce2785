package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import dev.corridor.application.reconciliation.port.ChainRecord;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.evm.EvmNode.Transferred;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** What a chain of the Ethereum kind says of the house's money, by more than half of its nodes. */
public final class EvmRecord implements ChainRecord {

    private final EvmSettings settings;
    private final String wallet;
    private final boolean takesDeposits;
    private final EvmNodes nodes;

    public EvmRecord(EvmSettings settings, String wallet, boolean takesDeposits) {
        this.settings = settings;
        this.wallet = wallet;
        this.takesDeposits = takesDeposits;
        this.nodes = EvmNodes.of(settings);
    }

    @Override
    public ChainName chain() {
        return settings.chain();
    }

    @Override
    public String wallet() {
        return wallet;
    }

    @Override
    public boolean takesDeposits() {
        return takesDeposits;
    }

    @Override
    public List<Asset> assets() {
        return settings.assets();
    }

    @Override
    public long lastFinal() {
        return nodes.lastFinal(settings.confirmations());
    }

    @Override
    public long sent(long block) {
        return nodes.agreed(node -> node.transactionCount(wallet, block), "the nonce of " + wallet);
    }

    @Override
    public BigInteger held(List<String> addresses, Asset asset, long block) {
        return nodes.agreed(
                node -> addresses.stream().map(address -> held(address, asset, block, node)).reduce(BigInteger.ZERO, BigInteger::add),
                "what is held of " + asset);
    }

    private BigInteger held(String address, Asset asset, long block, EvmNode node) {
        try {
            return Erc20.balance(node.call(address, settings.tokens().get(asset), Erc20.balanceOf(address), block));
        } catch (IllegalArgumentException e) {
            throw new Unavailable(node + " does not know what is held of " + asset, e);
        }
    }

    @Override
    public List<Moved> transfers(List<String> addresses, long from, long to) {
        return nodes.agreed(node -> transfers(addresses, from, to, node), "the blocks " + from + " to " + to);
    }

    /** The blocks are final, so both lists are of the same chain. */
    private List<Moved> transfers(List<String> addresses, long from, long to, EvmNode node) {
        node.requireReached(to);
        return Stream.concat(node.transfers(addresses, from, to).stream(), node.transfersFrom(addresses, from, to).stream())
                .map(this::moved)
                .distinct()
                .toList();
    }

    private Moved moved(Transferred transfer) {
        return new Moved(
                transfer.txHash(),
                transfer.logIndex(),
                settings.value(transfer.token(), transfer.units()),
                Address.toChecksumAddress(transfer.from()),
                Address.toChecksumAddress(transfer.to()));
    }
}
