package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.CorridorException;
import dev.corridor.client.model.Outcome;
import dev.corridor.service.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Something fails for some seconds under load, and comes back by itself. Each answer told the truth: what was granted is there once, what was
 * {@code not_applied} left nothing, and the rest takes effect once when it is sent again.
 *
 * @param database the data directory of the embedded database
 */
record FaultUnderLoad(Serving service, Path database) {

    private static final int CLIENTS = 8;
    private static final int REQUESTS_BEFORE = 50;
    private static final int REQUESTS_AFTERWARDS = 30;

    interface Fault {

        /** Ends by itself. */
        void strike() throws Exception;
    }

    void meet(String name, Fault fault) throws Exception {
        try {
            meetUnderLoad(name, fault);
        } catch (Exception | AssertionError e) {
            System.out.println(service.log());
            throw e;
        }
    }

    private void meetUnderLoad(String name, Fault fault) throws Exception {
        var before = Rounds.in(database);
        var load = Load.start(CLIENTS, service);
        Await.until("it runs", () -> load.progress() > REQUESTS_BEFORE);

        fault.strike();
        long healed = System.nanoTime();
        int granted = load.progress();
        Await.until("it goes on after " + name, () -> load.progress() > granted + REQUESTS_AFTERWARDS);
        var recovery = Duration.ofNanos(System.nanoTime() - healed);
        load.stop();

        assertThatNothingIsLeftOf(refused(load, Outcome.NOT_APPLIED));
        int refusals = load.refusals().size();
        int unknown = refused(load, Outcome.UNKNOWN).size();
        load.repeatNotGranted(service.api());
        load.repeatGranted(service.api());
        assertThat(Rounds.in(database)).as("what is there after %s", name).isEqualTo(before.plus(Rounds.answered(load)));
        try (var owner = Owner.ofDatabaseIn(database)) {
            assertThat(owner.differences()).isEmpty();
        }
        System.out.printf(
                "%s: %d granted, %d refused, %d of them unknown, which took effect once when they were sent again; %d ms after it until %d more were granted%n",
                name, load.progress(), refusals, unknown, recovery.toMillis(), REQUESTS_AFTERWARDS);
    }

    private static List<CorridorException> refused(Load load, Outcome outcome) {
        return load.refusals().stream().filter(refusal -> refusal.outcome() == outcome).toList();
    }

    /** A success is remembered in the transaction of its effect, so what was not remembered has none. */
    private void assertThatNothingIsLeftOf(List<CorridorException> refusals) throws Exception {
        var keys = refusals.stream().flatMap(refusal -> refusal.idempotencyKey().stream()).map(key -> "'" + key + "'").toList();
        try (var owner = Owner.ofDatabaseIn(database)) {
            assertThat(keys.isEmpty() ? 0 : owner.count("idempotency_records where idempotency_key in (" + String.join(", ", keys) + ")"))
                    .as("effects of what was answered as not_applied")
                    .isZero();
        }
    }
}
