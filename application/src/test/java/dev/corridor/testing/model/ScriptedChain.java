package dev.corridor.testing.model;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A chain whose results the test sequence decides. */
final class ScriptedChain implements Chain {

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
    public SignedTransfer sign(Order order) {
        return new SignedTransfer(order.transaction(), order.organization(), order.chain(), hashOf(order.transaction()), "raw");
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return sending.get();
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        return fates.getOrDefault(transfer.transaction(), Fate.PENDING);
    }
}
