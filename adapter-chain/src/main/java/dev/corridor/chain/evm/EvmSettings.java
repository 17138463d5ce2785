package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a chain is reached, and what is believed.
 *
 * @param rpc the nodes; what is final, more than half of them must say
 * @param confirmations how many blocks make a transaction final, its own included; 1 or more
 * @param tokens the contracts of the assets
 * @param maxFee what a unit of gas may cost at most, in wei
 * @param replaceAfter how long a transaction may be next in line before it is offered more for
 * @param timeout of a call of a node
 */
public record EvmSettings(
        ChainName chain,
        List<URI> rpc,
        long chainId,
        int confirmations,
        Map<Asset, String> tokens,
        BigInteger maxFee,
        Duration replaceAfter,
        Duration timeout) {

    /** The most that an account holds. */
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");

    public EvmSettings {
        rpc = List.copyOf(rpc);
        tokens = Map.copyOf(tokens);
        if (rpc.isEmpty() || confirmations < 1) {
            throw new IllegalArgumentException("a chain has a node, and a block makes something final");
        }
    }

    /** Whether the text is {@code 0x} and 40 hex digits, which are in one case or have the checksum of EIP-55. */
    public static boolean isAddress(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        var lowerCase = text.toLowerCase(Locale.ROOT);
        var digits = text.substring(2);
        boolean isOfOneCase = text.equals(lowerCase) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return isOfOneCase || text.equals(Address.toChecksumAddress(lowerCase));
    }

    /** The assets whose contracts are known, by their codes. */
    List<Asset> assets() {
        return tokens.keySet().stream().sorted(Comparator.comparing(Asset::code)).toList();
    }

    /** What so many of a contract's units are, if more than none. */
    Value value(String contract, BigInteger units) {
        return tokens.entrySet().stream()
                .filter(known -> known.getValue().equalsIgnoreCase(contract) && units.compareTo(MOST) <= 0)
                .findFirst()
                .<Value>map(known -> new Value.Known(Money.ofUnits(units.longValueExact(), known.getKey())))
                .orElseGet(() -> new Value.Foreign(Address.toChecksumAddress(contract), units));
    }

    /** Leaves out the nodes' addresses, which may hold keys. */
    @Override
    public String toString() {
        return "EvmSettings[" + chain + ", " + chainId + ", " + rpc.size() + " nodes]";
    }
}
