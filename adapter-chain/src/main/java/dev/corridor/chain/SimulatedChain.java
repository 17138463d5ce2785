package dev.corridor.chain;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The sandbox's blockchains. Every transfer is accepted, and confirmed after a while, except to these addresses:
 *
 * <table>
 * <caption>Magic addresses, on every EVM chain</caption>
 * <tr><td>{@value #REFUSES}</td><td>the chain refuses the transfer</td></tr>
 * <tr><td>{@value #TIMES_OUT}</td><td>accepted, but the response is lost; confirmed after the usual time</td></tr>
 * <tr><td>{@value #SETTLES_LATE}</td><td>confirmed after {@value #LATE_FACTOR} times the usual time</td></tr>
 * <tr><td>{@value #FAILS}</td><td>accepted, and fails after the usual time</td></tr>
 * </table>
 *
 * <p>Stateless: a transfer's bytes determine its result, so a restart changes nothing.
 */
public final class SimulatedChain implements Chain {

    public static final String SETTLES_LATE = "0x0000000000000000000000000000000000000202";
    public static final String FAILS = "0x0000000000000000000000000000000000000500";
    public static final String REFUSES = "0x0000000000000000000000000000000000000502";
    public static final String TIMES_OUT = "0x0000000000000000000000000000000000000504";

    public static final int LATE_FACTOR = 4;

    private static final String WALLET = "simulated";
    private static final String SEPARATOR = " ";

    private final Duration confirmationTime;

    /** @param confirmationTime of an ordinary transfer; zero or more */
    public SimulatedChain(Duration confirmationTime) {
        if (confirmationTime.isNegative()) {
            throw new IllegalArgumentException("a transfer is not confirmed before it was signed");
        }
        this.confirmationTime = confirmationTime;
    }

    /** The part of the signed bytes that determines the result. */
    private record Content(String toAddress, Instant signedAt) {

        static Content of(SignedTransfer transfer) {
            var words = new String(HexFormat.of().parseHex(transfer.raw()), StandardCharsets.UTF_8).split(SEPARATOR);
            return new Content(words[0], Instant.ofEpochMilli(Long.parseLong(words[1])));
        }
    }

    @Override
    public void requireConnected(ChainName chain) {
        // Every chain is simulated.
    }

    @Override
    public Optional<Obstacle> obstacle(ChainTransfer transfer) {
        return Optional.empty();
    }

    @Override
    public String wallet(ChainName chain) {
        return WALLET;
    }

    @Override
    public long firstNonce(ChainName chain) {
        return 0;
    }

    @Override
    public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
        var content = String.join(
                SEPARATOR,
                transfer.toAddress(),
                Long.toString(now.toEpochMilli()),
                transfer.chain().name(),
                transfer.transaction().toString(),
                transfer.amount().decimal(),
                transfer.amount().asset().code());
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var hash = "0x" + HexFormat.of().formatHex(Sha256.of(bytes));
        return new SignedTransfer(transfer, WALLET, nonce, 0, hash, HexFormat.of().formatHex(bytes), now);
    }

    /** Nothing gets stuck here. */
    @Override
    public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
        return Optional.empty();
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return switch (Content.of(transfer).toAddress()) {
            case REFUSES -> Sending.REFUSED;
            case TIMES_OUT -> Sending.UNKNOWN;
            default -> Sending.ACCEPTED;
        };
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        var content = Content.of(transfer);
        return switch (content.toAddress()) {
            case REFUSES -> Fate.ABSENT;
            case SETTLES_LATE -> after(confirmationTime.multipliedBy(LATE_FACTOR), content, now, Fate.CONFIRMED);
            case FAILS -> after(confirmationTime, content, now, Fate.FAILED);
            default -> after(confirmationTime, content, now, Fate.CONFIRMED);
        };
    }

    @Override
    public Optional<BigInteger> cost(SignedTransfer mined) {
        return Optional.empty();
    }

    private static Fate after(Duration time, Content content, Instant now, Fate fate) {
        return now.isBefore(content.signedAt().plus(time)) ? Fate.PENDING : fate;
    }
}
