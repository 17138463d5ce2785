package dev.corridor.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.digest.Keccak256;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server with the answers of Web3Signer's API description. */
class Web3SignerTest {

    /** Of the private key 1: the generator of the curve. */
    private static final String PUBLIC_KEY = "0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
            + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

    private static final String ADDRESS = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf";
    private static final String OTHER_KEY = "0x" + "22".repeat(64);
    private static final byte[] MESSAGE = {1, 2, 3};

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private Web3Signer signer;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + request);
            var bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        signer = new Web3Signer(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), ADDRESS, Duration.ofSeconds(5));
        answers.put("GET /api/v1/eth1/publicKeys ", "[\"" + OTHER_KEY + "\",\"" + PUBLIC_KEY + "\"]");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_key_of_the_address_signs() {
        var signature = Secp256k1.sign(Keccak256.of(MESSAGE), BigInteger.ONE);
        signs(signature, "1b");

        assertThat(signer.address()).isEqualTo(ADDRESS);
        assertThat(signer.sign(MESSAGE)).isEqualTo(signature);
    }

    @Test
    void a_signature_of_another_key_is_not_used() {
        signs(Secp256k1.sign(Keccak256.of(MESSAGE), BigInteger.TWO), "1b");

        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class).hasMessageContaining("another key");
    }

    @Test
    void what_is_no_signature_is_not_used() {
        answers.put(question(), "0x1234");
        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class);

        answers.put(question(), "<html>");
        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class);

        answers.remove(question());
        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class).hasMessage("HTTP status 404");
    }

    @Test
    void a_signer_without_the_key_is_unavailable() {
        answers.put("GET /api/v1/eth1/publicKeys ", "[\"" + OTHER_KEY + "\"]");

        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class).hasMessageContaining("no key of");
    }

    @Test
    void a_signer_that_is_down_is_unavailable() {
        server.stop(0);

        assertThatThrownBy(() -> signer.sign(MESSAGE)).isInstanceOf(Unavailable.class);
    }

    private void signs(Secp256k1.Signature signature, String v) {
        answers.put(question(), String.format("0x%064x%064x%s", signature.r(), signature.s(), v));
    }

    private static String question() {
        return "POST /api/v1/eth1/sign/" + PUBLIC_KEY + " {\"data\":\"0x010203\"}";
    }
}
