package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.domain.transaction.DispatchReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

public final class ResolvePayoutsService implements ResolvePayouts {

    private static final Logger LOG = System.getLogger(ResolvePayoutsService.class.getName());

    private final Outbox outbox;
    private final PayoutDispatcher dispatcher;
    private final InstantSource clock;
    private final BackOff backOff;

    public ResolvePayoutsService(Outbox outbox, PayoutDispatcher dispatcher, InstantSource clock, RandomGenerator random) {
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.backOff = new BackOff(random);
    }

    @Override
    public int resolve(Command command) {
        var claimed = outbox.claim(clock.instant(), command.lease(), command.limit());
        claimed.forEach(this::tryToResolve);
        return claimed.size();
    }

    /** One payout that cannot be resolved now does not keep the others waiting. */
    private void tryToResolve(Outgoing outgoing) {
        try {
            dispatcher.resume(outgoing);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not resolve " + outgoing.transfer().transaction() + "; it stays LOCKED until its next turn", e);
            var reason = e instanceof Unavailable ? DispatchReason.UNAVAILABLE : DispatchReason.FAULT;
            outbox.postpone(outgoing.transfer(), backOff.after(outgoing.failures()), reason);
        }
    }
}
