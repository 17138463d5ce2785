package dev.corridor.chain.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.esaulpaugh.headlong.abi.Function;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.corridor.domain.digest.Keccak256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An Ethereum node of its own chain: Anvil, from npm. It makes blocks when it is asked to, or for each transaction. Reads what is on its chain by itself,
 * so that a test need not believe the code under test.
 */
public final class Anvil implements AutoCloseable {

    public static final long CHAIN_ID = 11_155_111;

    /** The first of the accounts that Anvil always has, with 10,000 ether. Source: the mnemonic "test test test test test test test test test test test junk". */
    public static final String KEY = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    public static final String WALLET = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    /** Another one of them: deploys the token and mints it, so that the wallet's nonces begin at 0. */
    private static final String ISSUER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

    /** A third one, of a sender that has nothing to do with either. */
    private static final String OTHER = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";

    /** More than others offer, so that its transaction comes first in its block. */
    private static final String FIRST_IN_LINE = "0x2540be400";
    private static final String FEE_ENOUGH = "0xe8d4a51000";

    /** Where the token keeps its third variable. */
    private static final long REFUSED_SLOT = 2;

    private static final String READY = "Listening on ";
    private static final int READY_WITHIN_SECONDS = 60;
    private static final int MINED_WITHIN_SECONDS = 60;

    private final Process process;
    private final URI uri;
    private final HttpClient client = HttpClient.newHttpClient();

    private Anvil(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Skips the test where there is no Node.js. A block is made for each transaction, until {@link #stopMining}. */
    public static Anvil start() {
        return start(CHAIN_ID);
    }

    /** As a chain that has this id. */
    public static Anvil start(long chainId) {
        var packages = NodePackages.installed();
        assumeTrue(packages.isPresent(), "Node.js is needed");
        try (var builds = Files.newDirectoryStream(packages.orElseThrow().resolve("@foundry-rs"), "anvil-*")) {
            var program = builds.iterator().next().resolve("bin").resolve("anvil");
            var process = new ProcessBuilder(program.toString(), "--port", "0", "--chain-id", Long.toString(chainId))
                    .redirectErrorStream(true)
                    .start();
            return new Anvil(process, URI.create("http://" + addressOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its output is read to its end, or it would stop. */
    private static String addressOf(Process process) {
        var address = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().filter(line -> line.startsWith(READY)).forEach(line -> address.complete(line.substring(READY.length())));
            } catch (IOException | UncheckedIOException e) {
                address.completeExceptionally(e);
            }
        });
        try {
            return address.get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Anvil has not started", e);
        }
    }

    public URI uri() {
        return uri;
    }

    /** Deploys a token, and gives the wallet so much of it. Answers its contract. */
    public String deployToken(long unitsForTheWallet) {
        var hash = send(ISSUER, null, "0x" + bytecode());
        awaitMined(hash);
        var contract = call("eth_getTransactionReceipt", hash).getAsJsonObject().get("contractAddress").getAsString();
        awaitMined(mint(contract, WALLET, unitsForTheWallet));
        return contract;
    }

    /** As if the contract at this address were a token of ours, and the wallet had so much of it. */
    public void deployTokenAt(String contract, long unitsForTheWallet) {
        call("anvil_setCode", contract, call("eth_getCode", deployToken(0), "latest").getAsString());
        awaitMined(mint(contract, WALLET, unitsForTheWallet));
    }

    /** Sends new units of the token to an address, and answers the transaction's hash. */
    public String mint(String token, String receiver, long units) {
        return send(ISSUER, token, "0x" + selector("mint(address,uint256)") + word(receiver) + word(units));
    }

    /** Another sender mints some of the token for itself. Of the transactions that wait, this one comes first. */
    public void mintElsewhere(String token) {
        var message = new JsonObject();
        message.addProperty("from", OTHER);
        message.addProperty("to", token);
        message.addProperty("data", "0x" + selector("mint(address,uint256)") + word(OTHER) + word(1));
        message.addProperty("maxPriorityFeePerGas", FIRST_IN_LINE);
        message.addProperty("maxFeePerGas", FEE_ENOUGH);
        call("eth_sendTransaction", message);
    }

    /** The signed bytes of a transaction, in hex: sent again, they are the same transaction. */
    public String rawOf(String hash) {
        return call("eth_getRawTransactionByHash", hash).getAsString();
    }

    public void sendRaw(String raw) {
        call("eth_sendRawTransaction", raw);
    }

    /** The number of the transaction's first event in its block. */
    public long firstEventOf(String hash) {
        var receipt = call("eth_getTransactionReceipt", hash).getAsJsonObject();
        return number(receipt.getAsJsonArray("logs").get(0).getAsJsonObject().get("logIndex")).longValueExact();
    }

    /** From now on the token refuses to go to that address. */
    public void refuse(String token, String receiver) {
        awaitMined(send(ISSUER, token, "0x" + selector("refuse(address,bool)") + word(receiver) + word(1)));
    }

    /** Likewise, without a transaction: the token's storage is changed, as if it had always refused. */
    public void setRefused(String token, String receiver) {
        var slot = Keccak256.of(HexFormat.of().parseHex(word(receiver) + word(REFUSED_SLOT)));
        call("anvil_setStorageAt", token, "0x" + HexFormat.of().formatHex(slot), "0x" + word(1));
    }

    /** Blocks are made in the background. */
    public void awaitMined(String hash) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MINED_WITHIN_SECONDS);
        while (call("eth_getTransactionReceipt", hash).isJsonNull()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(hash + " is in no block");
            }
        }
    }

    /** Whether the transaction waits for a block, or is in one. */
    public boolean isKnown(String hash) {
        return !call("eth_getTransactionByHash", hash).isJsonNull();
    }

    /** Sends a transaction of an account that Anvil has the key of, and answers its hash. */
    public String send(String from, String to, String data) {
        var message = new JsonObject();
        message.addProperty("from", from);
        if (to != null) {
            message.addProperty("to", to);
        }
        message.addProperty("data", data);
        return call("eth_sendTransaction", message).getAsString();
    }

    public long tokensOf(String token, String holder) {
        var message = new JsonObject();
        message.addProperty("to", token);
        message.addProperty("data", "0x" + selector("balanceOf(address)") + word(holder));
        return number(call("eth_call", message, "latest")).longValueExact();
    }

    /** What an address has of the chain's own coin, in wei, after the latest block. */
    public BigInteger coinsOf(String holder) {
        return number(call("eth_getBalance", holder, "latest"));
    }

    /** How many transactions of the wallet are in blocks. */
    public long minedNonces() {
        return number(call("eth_getTransactionCount", WALLET, "latest")).longValueExact();
    }

    /** The transfers of the token from the wallet, in the order of the chain: receiver and units. */
    public List<Transfer> transfers(String token) {
        var filter = new JsonObject();
        filter.addProperty("address", token);
        filter.addProperty("fromBlock", "0x0");
        var topics = new JsonArray();
        topics.add("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
        topics.add("0x" + word(WALLET));
        filter.add("topics", topics);
        var found = new ArrayList<Transfer>();
        for (var element : call("eth_getLogs", filter).getAsJsonArray()) {
            var log = element.getAsJsonObject();
            found.add(new Transfer(
                    log.get("transactionHash").getAsString(),
                    "0x" + log.getAsJsonArray("topics").get(2).getAsString().substring(26),
                    number(log.get("data")).longValueExact()));
        }
        return found;
    }

    public record Transfer(String hash, String to, long units) {}

    public void stopMining() {
        call("evm_setAutomine", false);
    }

    public void startMining() {
        call("evm_setAutomine", true);
    }

    public void mine(int blocks) {
        call("anvil_mine", "0x" + Integer.toHexString(blocks));
    }

    /** Replaces the last blocks by empty ones. */
    public void reorganize(int blocks) {
        call("anvil_reorg", blocks, new JsonArray());
    }

    public void setNextBaseFee(long wei) {
        call("anvil_setNextBlockBaseFeePerGas", "0x" + Long.toHexString(wei));
    }

    public void setBalance(String address, long wei) {
        call("anvil_setBalance", address, "0x" + Long.toHexString(wei));
    }

    /** Forgets a transaction that waits for a block. */
    public void drop(String hash) {
        call("anvil_dropTransaction", hash);
    }

    public JsonElement call(String method, Object... parameters) {
        var list = new JsonArray();
        for (var parameter : parameters) {
            switch (parameter) {
                case String text -> list.add(text);
                case Boolean flag -> list.add(flag);
                case Integer number -> list.add(number);
                case JsonElement element -> list.add(element);
                default -> throw new IllegalArgumentException(parameter.toString());
            }
        }
        var request = new JsonObject();
        request.addProperty("jsonrpc", "2.0");
        request.addProperty("id", 1);
        request.addProperty("method", method);
        request.add("params", list);
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var body = JsonParser.parseString(answer.body()).getAsJsonObject();
            if (body.has("error")) {
                throw new IllegalStateException(method + ": " + body.get("error"));
            }
            return body.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonElement hex) {
        return new BigInteger(hex.getAsString().substring(2), 16);
    }

    private static String bytecode() {
        try (var resource = Anvil.class.getResourceAsStream("TestToken.bin")) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String selector(String signature) {
        return Function.parse(signature).selectorHex();
    }

    private static String word(String address) {
        return "0".repeat(24) + address.substring(2).toLowerCase(Locale.ROOT);
    }

    private static String word(long number) {
        return String.format("%064x", number);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
