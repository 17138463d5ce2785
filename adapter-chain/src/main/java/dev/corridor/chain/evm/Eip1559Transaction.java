package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.rlp.RLPDecoder;
import com.esaulpaugh.headlong.rlp.RLPEncoder;
import com.esaulpaugh.headlong.rlp.RLPItem;
import dev.corridor.chain.evm.Secp256k1.Signature;
import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.BigIntegers;

/**
 * A call of a contract, paid by gas at a fee that follows the network's, up to a maximum. It moves none of the chain's own coin. Source: EIP-1559, "type
 * 2" transactions.
 *
 * @param maxPriorityFee what the maker of the block gets for a unit of gas, at most, in wei
 * @param maxFee what a unit of gas costs altogether, at most, in wei
 * @param to the contract
 */
record Eip1559Transaction(
        long chainId, long nonce, BigInteger maxPriorityFee, BigInteger maxFee, BigInteger gasLimit, String to, byte[] data) {

    private static final byte TYPE = 2;
    private static final byte[] NOTHING = {};

    /** The bytes that are signed, by their Keccak-256. */
    byte[] message() {
        return typed(RLPEncoder.list(fields()));
    }

    /** The bytes that are sent. */
    byte[] signed(Signature signature) {
        var fields = new ArrayList<>(fields());
        fields.add(number(BigInteger.valueOf(signature.yParity())));
        fields.add(number(signature.r()));
        fields.add(number(signature.s()));
        return typed(RLPEncoder.list(fields));
    }

    static String hashOf(byte[] signed) {
        return Hex.of(Keccak256.of(signed));
    }

    /** What has been signed. */
    static Eip1559Transaction parse(byte[] signed) {
        if (signed[0] != TYPE) {
            throw new IllegalArgumentException("not a transaction of type 2");
        }
        var fields = RLPDecoder.RLP_STRICT.wrapList(signed, 1).elements();
        return new Eip1559Transaction(
                number(fields.get(0)).longValueExact(),
                number(fields.get(1)).longValueExact(),
                number(fields.get(2)),
                number(fields.get(3)),
                number(fields.get(4)),
                Hex.of(fields.get(5).data()),
                fields.get(7).data());
    }

    Eip1559Transaction withFees(BigInteger newMaxPriorityFee, BigInteger newMaxFee) {
        return new Eip1559Transaction(chainId, nonce, newMaxPriorityFee, newMaxFee, gasLimit, to, data);
    }

    private List<Object> fields() {
        return List.of(
                number(BigInteger.valueOf(chainId)),
                number(BigInteger.valueOf(nonce)),
                number(maxPriorityFee),
                number(maxFee),
                number(gasLimit),
                Hex.bytes(to),
                NOTHING,
                data,
                List.of());
    }

    private static byte[] typed(byte[] payload) {
        return ByteBuffer.allocate(1 + payload.length).put(TYPE).put(payload).array();
    }

    /** Without leading zeros: zero has no bytes. */
    private static byte[] number(BigInteger value) {
        return value.signum() == 0 ? NOTHING : BigIntegers.asUnsignedByteArray(value);
    }

    private static BigInteger number(RLPItem item) {
        return new BigInteger(1, item.data());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Eip1559Transaction that && Arrays.equals(message(), that.message());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(message());
    }
}
