package dev.corridor.testing.model;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A chain whose results the test sequence decides. */
final class ScriptedChain implements Chain {

    private static final String WALLET = "0xhouse";

    private final ThreadLocal<Sending> sending = ThreadLocal.withInitial(() -> Sending.ACCEPTED);
    private final Map<TransactionId, Fate> fates = new ConcurrentHashMap<>();

    static String hashOf(TransactionId transaction) {
        return "0x" + transaction.uuid().toString().replace("-", "");
    }

    /** The result of later sends on this thread. */
    void answerSends(Sending answer) {
        sending.set(answer);
    }

    void decide(TransactionId payout, Fate fate) {
        fates.put(payout, fate);
    }

    @Override
    public void requireConnected(ChainName chain) {}

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
        return new SignedTransfer(transfer, WALLET, nonce, 0, hashOf(transfer.transaction()), "raw", now);
    }

    @Override
    public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
        return Optional.empty();
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return sending.get();
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        return fates.getOrDefault(transfer.transfer().transaction(), Fate.PENDING);
    }

    @Override
    public Optional<BigInteger> cost(SignedTransfer mined) {
        return Optional.of(BigInteger.TEN);
    }
}
