package dev.corridor.chain.evm;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.corridor.chain.evm.EvmNode.Log;
import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The calls of a token that payouts need. USDT answers nothing to a transfer, so only its event proves one. Source: ERC-20. */
final class Erc20 {

    private static final Function TRANSFER = Function.parse("transfer(address,uint256)");
    private static final Function BALANCE_OF = Function.parse("balanceOf(address)", "(uint256)");
    private static final String TRANSFERRED = Hex.of(Keccak256.of("Transfer(address,address,uint256)".getBytes(StandardCharsets.US_ASCII)));
    private static final int ADDRESS_DIGITS = 40;
    private static final int TOPICS = 3;
    private static final int WORD_DIGITS = 66;
    private static final String PADDING = "0x" + "0".repeat(24);

    private Erc20() {}

    static byte[] transfer(String to, BigInteger units) {
        return TRANSFER.encodeCallWithArgs(address(to), units).array();
    }

    static byte[] balanceOf(String holder) {
        return BALANCE_OF.encodeCallWithArgs(address(holder)).array();
    }

    static BigInteger balance(byte[] answer) {
        return BALANCE_OF.decodeSingletonReturn(answer);
    }

    /** A filter of events: a transfer, from any payer, to one of the addresses. */
    static JsonArray topicsOfTransfersTo(List<String> addresses) {
        return topics(JsonNull.INSTANCE, oneOf(addresses));
    }

    /** A filter of events: a transfer from one of the addresses. */
    static JsonArray topicsOfTransfersFrom(List<String> addresses) {
        return topics(oneOf(addresses), JsonNull.INSTANCE);
    }

    private static JsonArray topics(JsonElement from, JsonElement to) {
        var topics = new JsonArray();
        topics.add(TRANSFERRED);
        topics.add(from);
        topics.add(to);
        return topics;
    }

    private static JsonArray oneOf(List<String> addresses) {
        var any = new JsonArray();
        addresses.forEach(address -> any.add(PADDING + address.substring(2).toLowerCase(Locale.ROOT)));
        return any;
    }

    /** Whether the event has the form of a transfer; that of a token of ERC-721 has one topic more, and no amount. */
    static boolean isTransfer(Log log) {
        return log.topics().size() == TOPICS && log.topics().get(0).equalsIgnoreCase(TRANSFERRED) && log.data().length() == WORD_DIGITS;
    }

    /** In lower case. */
    static String addressIn(String topic) {
        return "0x" + topic.substring(topic.length() - ADDRESS_DIGITS).toLowerCase(Locale.ROOT);
    }

    /** Whether the event says that the token has moved so much from the one to the other. */
    static boolean isTransfer(Log log, String token, String from, String to, BigInteger units) {
        return log.address().equalsIgnoreCase(token)
                && log.topics().size() == TOPICS
                && log.topics().get(0).equalsIgnoreCase(TRANSFERRED)
                && isAddress(log.topics().get(1), from)
                && isAddress(log.topics().get(2), to)
                && Hex.number(log.data()).equals(units);
    }

    private static boolean isAddress(String topic, String address) {
        return topic.toLowerCase(Locale.ROOT).endsWith(address.toLowerCase(Locale.ROOT).substring(address.length() - ADDRESS_DIGITS));
    }

    private static Address address(String text) {
        return Address.wrap(Address.toChecksumAddress(text.toLowerCase(Locale.ROOT)));
    }
}
