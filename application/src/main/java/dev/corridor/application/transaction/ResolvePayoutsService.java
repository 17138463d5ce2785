package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

public final class ResolvePayoutsService implements ResolvePayouts {

    private static final Logger LOG = System.getLogger(ResolvePayoutsService.class.getName());

    /** The pause after a turn that came to nothing doubles each time, up to five minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Enough to reach the longest pause. */
    private static final int MAX_DOUBLINGS = 9;

    private final Outbox outbox;
    private final PayoutDispatcher dispatcher;
    private final InstantSource clock;
    private final RandomGenerator random;

    public ResolvePayoutsService(Outbox outbox, PayoutDispatcher dispatcher, InstantSource clock, RandomGenerator random) {
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.random = random;
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
            outbox.postpone(outgoing.transfer(), pauseAfter(outgoing.failures()), String.valueOf(e.getMessage()));
        }
    }

    /** With a random part, so that payouts which failed together do not come back together. */
    private Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return bounded.dividedBy(2).plusMillis(random.nextLong(bounded.toMillis() / 2));
    }
}
