package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.application.transaction.port.NetworkOutbox.Waiting;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

public final class DeliverTransfersService implements DeliverTransfers {

    private static final Logger LOG = System.getLogger(DeliverTransfersService.class.getName());

    private final NetworkOutbox outbox;
    private final TransferDelivery delivery;
    private final InstantSource clock;
    private final BackOff backOff;

    public DeliverTransfersService(NetworkOutbox outbox, TransferDelivery delivery, InstantSource clock, RandomGenerator random) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.clock = clock;
        this.backOff = new BackOff(random);
    }

    @Override
    public int deliver(Command command) {
        var claimed = outbox.claim(clock.instant(), command.lease(), command.limit());
        claimed.forEach(this::tryToDeliver);
        return claimed.size();
    }

    /** One transfer that cannot be delivered now does not keep the others waiting. */
    private void tryToDeliver(Waiting waiting) {
        try {
            delivery.deliver(waiting.transfer());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, waiting.transfer().transaction() + " is not delivered; it stays in clearing until its next turn", e);
            outbox.postpone(waiting.transfer(), backOff.after(waiting.failures()));
        }
    }
}
