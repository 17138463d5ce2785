package dev.corridor.service.operation;

import dev.corridor.application.transaction.ResolvePayouts;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks the chains again and again what became of the payouts that are LOCKED. */
@Singleton
final class PayoutWatch {

    /** Longer than a send may take, so that a payout which is being sent is not sent by two. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final int BATCH = 50;

    private final ResolvePayouts resolvePayouts;

    PayoutWatch(ResolvePayouts resolvePayouts) {
        this.resolvePayouts = resolvePayouts;
    }

    @Scheduled(fixedDelay = "1s", scheduler = TaskExecutors.SCHEDULED)
    void resolve() {
        int looked;
        do {
            looked = resolvePayouts.resolve(new ResolvePayouts.Command(LEASE, BATCH));
        } while (looked == BATCH);
    }
}
