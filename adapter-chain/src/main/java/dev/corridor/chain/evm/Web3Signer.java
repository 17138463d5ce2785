package dev.corridor.chain.evm;

import static dev.corridor.chain.evm.Json.elements;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.chain.evm.Secp256k1.Signature;
import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A wallet whose key another service holds, in a KMS or an HSM. Whatever it signs is checked: only a signature by the wallet's address over these
 * bytes is used. Source: Web3Signer's API, {@code eth1}: {@code GET /api/v1/eth1/publicKeys} and {@code POST /api/v1/eth1/sign/{publicKey}}, which
 * signs the Keccak-256 of the data.
 */
public final class Web3Signer implements Signer {

    private static final int SIGNATURE_BYTES = 65;
    private static final int NUMBER_BYTES = 32;

    private final URI server;
    private final String address;
    private final JsonHttp http;
    private volatile Optional<String> publicKey = Optional.empty();

    /** @param address in lower case */
    public Web3Signer(URI server, String address, Duration timeout) {
        this.server = server;
        this.address = address;
        this.http = new JsonHttp(timeout);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Signature sign(byte[] message) {
        try {
            var request = new JsonObject();
            request.addProperty("data", Hex.of(message));
            var bytes = Hex.bytes(http.post(server.resolve("/api/v1/eth1/sign/" + publicKey()), request).getAsString());
            return signature(message, bytes);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw new Unavailable("the signer's answer is not understood", e);
        }
    }

    private Signature signature(byte[] message, byte[] bytes) {
        if (bytes.length != SIGNATURE_BYTES) {
            throw new Unavailable("the signer has not answered a signature");
        }
        var r = new BigInteger(1, Arrays.copyOf(bytes, NUMBER_BYTES));
        var s = new BigInteger(1, Arrays.copyOfRange(bytes, NUMBER_BYTES, 2 * NUMBER_BYTES));
        return Secp256k1.of(Keccak256.of(message), r, s, address)
                .orElseThrow(() -> new Unavailable("the signer has signed something else, or with another key"));
    }

    private String publicKey() {
        if (publicKey.isEmpty()) {
            publicKey = elements(http.get(server.resolve("/api/v1/eth1/publicKeys")))
                    .map(JsonElement::getAsString)
                    .filter(key -> Secp256k1.addressOf(Hex.bytes(key)).equals(address))
                    .findFirst();
        }
        return publicKey.orElseThrow(() -> new Unavailable("the signer has no key of " + address));
    }

    @Override
    public String toString() {
        return "Web3Signer[" + address + "]";
    }
}
