package dev.corridor.chain.evm;

import static dev.corridor.chain.evm.Json.elements;
import static dev.corridor.chain.evm.Json.member;
import static dev.corridor.chain.evm.Json.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.id.Trace;
import dev.corridor.domain.transaction.TransactionId;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One node, by the methods of the Ethereum JSON-RPC API that payouts need. A node of another chain than the configured one is not used.
 *
 * <p>Every method throws {@link Unavailable} without a usable answer, and {@link NodeException} if the node refuses the call. Source: Ethereum
 * Execution APIs, {@code github.com/ethereum/execution-apis}.
 */
final class EvmNode {

    private static final String LATEST = "latest";

    /** The state after the node's own pending transactions: sees payouts that are under way. */
    static final String PENDING = "pending";

    private final URI uri;
    private final long chainId;
    private final JsonHttp http;
    private final Optional<Trace> trace;
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean isOfTheChain;

    EvmNode(URI uri, long chainId, JsonHttp http) {
        this(uri, chainId, http, Optional.empty());
    }

    private EvmNode(URI uri, long chainId, JsonHttp http, Optional<Trace> trace) {
        this.uri = uri;
        this.chainId = chainId;
        this.http = http;
        this.trace = trace;
    }

    /** The same node, whose calls belong to the trace of that transaction. */
    EvmNode about(TransactionId transaction) {
        var tracing = new EvmNode(uri, chainId, http, Optional.of(Trace.of(transaction.uuid())));
        tracing.isOfTheChain = isOfTheChain;
        return tracing;
    }

    /**
     * Part of a receipt.
     *
     * @param cost of the transaction in wei, with what a chain on top of another one pays to it
     */
    record Receipt(long block, String blockHash, boolean succeeded, BigInteger cost, List<Log> logs) {}

    /** @param index its number in the block */
    record Log(long index, String address, List<String> topics, String data) {}

    record Header(long number, String hash, Instant time, Optional<BigInteger> baseFee) {}

    /**
     * A token's transfer, as its event in a block tells it.
     *
     * @param logIndex its place among the events of its transaction, which it keeps in whatever block that is
     */
    record Transferred(String token, String from, String to, BigInteger units, String txHash, long logIndex, long block, String blockHash) {

        private Transferred after(long firstEvent) {
            return new Transferred(token, from, to, units, txHash, logIndex - firstEvent, block, blockHash);
        }
    }

    /** A transaction in a block: who has used which nonce. */
    record Sent(String hash, String from, long nonce) {}

    long blockNumber() {
        return whole("eth_blockNumber");
    }

    Header latestBlock() {
        return ask("eth_getBlockByNumber", EvmNode::header, LATEST, false);
    }

    /** Empty if the node has no such block. */
    Optional<Header> block(long number) {
        return find("eth_getBlockByNumber", EvmNode::header, Hex.of(number), false);
    }

    List<Sent> transactionsOf(long block) {
        return ask("eth_getBlockByNumber", answer -> elements(member(answer, "transactions")).map(EvmNode::sent).toList(), Hex.of(block), true);
    }

    /** The transfers of any token to one of the addresses, in the order of the chain. Events of another form than ERC-20's, and of nothing, are left out. */
    List<Transferred> transfers(List<String> addresses, long from, long to) {
        return transfers(Erc20.topicsOfTransfersTo(addresses), from, to);
    }

    /** Likewise, from one of the addresses. */
    List<Transferred> transfersFrom(List<String> addresses, long from, long to) {
        return transfers(Erc20.topicsOfTransfersFrom(addresses), from, to);
    }

    private List<Transferred> transfers(JsonArray topics, long from, long to) {
        var filter = new JsonObject();
        filter.addProperty("fromBlock", Hex.of(from));
        filter.addProperty("toBlock", Hex.of(to));
        filter.add("topics", topics);
        var found = ask(
                "eth_getLogs",
                answer -> elements(answer).filter(element -> Erc20.isTransfer(log(element))).map(EvmNode::transferred).toList(),
                filter);
        var firstEvents = new HashMap<String, Long>();
        return found.stream()
                .filter(transfer -> transfer.units().signum() > 0)
                .map(transfer -> transfer.after(firstEvents.computeIfAbsent(transfer.txHash(), this::firstEventOf)))
                .toList();
    }

    /** Events are numbered in their block. In its transaction an event keeps its place when the transaction gets into another block. */
    private long firstEventOf(String txHash) {
        return receipt(txHash).map(receipt -> receipt.logs().getFirst().index()).orElseThrow(() -> new Unavailable(this + " has lost " + txHash));
    }

    private static Transferred transferred(JsonElement element) {
        var log = log(element);
        return new Transferred(
                log.address(),
                Erc20.addressIn(log.topics().get(1)),
                Erc20.addressIn(log.topics().get(2)),
                Hex.number(log.data()),
                text(element, "transactionHash"),
                log.index(),
                whole(member(element, "blockNumber")),
                text(element, "blockHash"));
    }

    /** A node that has not come so far would leave out what it does not know yet. */
    void requireReached(long block) {
        if (blockNumber() < block) {
            throw new Unavailable(this + " has not come as far as block " + block);
        }
    }

    /** How many transactions of the address are in the blocks up to that one: its next nonce. */
    long transactionCount(String address, long block) {
        return whole("eth_getTransactionCount", address, Hex.of(block));
    }

    /** Likewise, in the latest block. */
    long transactionCount(String address) {
        return whole("eth_getTransactionCount", address, LATEST);
    }

    /** Likewise, with those that wait for a block. */
    long pendingTransactionCount(String address) {
        return whole("eth_getTransactionCount", address, PENDING);
    }

    BigInteger balance(String address) {
        return number("eth_getBalance", address, PENDING);
    }

    byte[] call(String from, String to, byte[] data) {
        return call(from, to, data, PENDING);
    }

    /** What the call would have answered after that block. Nodes keep this of the last blocks only. */
    byte[] call(String from, String to, byte[] data, long block) {
        return call(from, to, data, Hex.of(block));
    }

    private byte[] call(String from, String to, byte[] data, String block) {
        return ask("eth_call", answer -> Hex.bytes(answer.getAsString()), message(from, to, data), block);
    }

    BigInteger estimateGas(String from, String to, byte[] data) {
        return number("eth_estimateGas", message(from, to, data), PENDING);
    }

    BigInteger maxPriorityFee() {
        return number("eth_maxPriorityFeePerGas");
    }

    /** Answers the hash by which the node knows the transaction. */
    String sendRawTransaction(byte[] raw) {
        return ask("eth_sendRawTransaction", JsonElement::getAsString, Hex.of(raw));
    }

    boolean knows(String hash) {
        return find("eth_getTransactionByHash", JsonElement::getAsJsonObject, hash).isPresent();
    }

    Optional<Receipt> receipt(String hash) {
        return find("eth_getTransactionReceipt", EvmNode::receipt, hash);
    }

    private static Receipt receipt(JsonElement receipt) {
        return new Receipt(
                whole(member(receipt, "blockNumber")),
                text(receipt, "blockHash"),
                whole(member(receipt, "status")) == 1,
                cost(receipt),
                elements(member(receipt, "logs")).map(EvmNode::log).toList());
    }

    /** Base and others of its kind name what they pay to Ethereum apart. Source: OP Stack, {@code docs.optimism.io}, transaction fees. */
    private static BigInteger cost(JsonElement receipt) {
        var gas = Hex.number(text(receipt, "gasUsed")).multiply(Hex.number(text(receipt, "effectiveGasPrice")));
        var below = receipt.getAsJsonObject().get("l1Fee");
        return below == null || below.isJsonNull() ? gas : gas.add(Hex.number(below.getAsString()));
    }

    private static Log log(JsonElement log) {
        return new Log(
                whole(member(log, "logIndex")),
                text(log, "address"),
                elements(member(log, "topics")).map(JsonElement::getAsString).toList(),
                text(log, "data"));
    }

    private static Header header(JsonElement block) {
        var baseFee = Optional.ofNullable(block.getAsJsonObject().get("baseFeePerGas"));
        return new Header(
                whole(member(block, "number")),
                text(block, "hash"),
                Instant.ofEpochSecond(whole(member(block, "timestamp"))),
                baseFee.map(JsonElement::getAsString).map(Hex::number));
    }

    private static Sent sent(JsonElement transaction) {
        return new Sent(
                text(transaction, "hash"),
                text(transaction, "from"),
                whole(member(transaction, "nonce")));
    }

    private static JsonObject message(String from, String to, byte[] data) {
        var message = new JsonObject();
        message.addProperty("from", from);
        message.addProperty("to", to);
        message.addProperty("data", Hex.of(data));
        return message;
    }

    private static long whole(JsonElement number) {
        return Hex.number(number.getAsString()).longValueExact();
    }

    private long whole(String method, Object... parameters) {
        return ask(method, EvmNode::whole, parameters);
    }

    private BigInteger number(String method, Object... parameters) {
        return ask(method, answer -> Hex.number(answer.getAsString()), parameters);
    }

    private <T> T ask(String method, Function<JsonElement, T> reading, Object... parameters) {
        return find(method, reading, parameters).orElseThrow(() -> new Unavailable(this + " " + method + ": the answer is empty"));
    }

    private <T> Optional<T> find(String method, Function<JsonElement, T> reading, Object... parameters) {
        requireTheChain();
        return findHere(method, reading, parameters);
    }

    private void requireTheChain() {
        if (!isOfTheChain) {
            if (!findHere("eth_chainId", EvmNode::whole).equals(Optional.of(chainId))) {
                throw new Unavailable(this + " is of another chain than " + chainId);
            }
            isOfTheChain = true;
        }
    }

    private <T> Optional<T> findHere(String method, Function<JsonElement, T> reading, Object... parameters) {
        try {
            return result(method, parameters).map(reading);
        } catch (Unavailable e) {
            throw new Unavailable(this + " " + method + ": " + e.getMessage(), e);
        } catch (ArithmeticException
                | IllegalArgumentException
                | IllegalStateException
                | JsonParseException
                | UnsupportedOperationException e) {
            throw new Unavailable(this + " " + method + ": the answer is not understood", e);
        }
    }

    private Optional<JsonElement> result(String method, Object... parameters) {
        long id = ids.incrementAndGet();
        var request = new JsonObject();
        request.addProperty("jsonrpc", "2.0");
        request.addProperty("id", id);
        request.addProperty("method", method);
        request.add("params", parameters(parameters));
        var answer = http.post(uri, request, trace);
        if (member(answer, "id").getAsLong() != id) {
            throw new Unavailable("the answer is to another call");
        }
        var error = answer.getAsJsonObject().get("error");
        if (error != null && !error.isJsonNull()) {
            throw new NodeException(method, text(error, "message"));
        }
        return Optional.of(member(answer, "result")).filter(result -> !result.isJsonNull());
    }

    private static JsonArray parameters(Object... values) {
        var parameters = new JsonArray();
        for (var value : values) {
            switch (value) {
                case String text -> parameters.add(text);
                case Boolean flag -> parameters.add(flag);
                case JsonElement element -> parameters.add(element);
                default -> throw new IllegalArgumentException("not a parameter: " + value);
            }
        }
        return parameters;
    }

    /** Without path and query, which may hold a key. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }
}
