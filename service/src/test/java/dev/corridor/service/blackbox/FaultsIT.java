package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.corridor.client.CorridorException;
import dev.corridor.client.model.Outcome;
import dev.corridor.service.blackbox.SwitchableProxy.Way;
import dev.corridor.service.embedded.DatabaseOutage;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.testing.model.Torture;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of faults: the database, and the network before it, fail in each way for some seconds under load, and come back by themselves. Each answer told
 * the truth: what was granted is there once, what was {@code not_applied} left nothing, and the rest takes effect once when it is sent again.
 */
class FaultsIT {

    private static final int CLIENTS = 8;
    private static final int REQUESTS_BEFORE = 50;
    private static final int REQUESTS_AFTERWARDS = 30;

    /** Longer than any time-out of the service that a lost answer could hide behind. */
    private static final Duration FAULT = Duration.ofSeconds(2);

    @TempDir
    private static Path directory;

    private enum Fault {
        RESETS {
            @Override
            void strike(Scene scene) throws Exception {
                for (int i = 0; i < TIMES; i++) {
                    scene.proxy.cut();
                    lastFor(FAULT.dividedBy(TIMES));
                }
            }
        },
        REFUSED_CONNECTIONS {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.CLOSED);
                scene.proxy.cut();
                lastFor(FAULT);
                scene.proxy.become(Way.OPEN);
            }
        },
        SLOW_NETWORK {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.SLOW);
                lastFor(FAULT);
                scene.proxy.become(Way.OPEN);
            }
        },
        BLACK_HOLE {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.BLACK_HOLE);
                lastFor(FAULT);
                scene.proxy.become(Way.OPEN);
            }
        },
        BLACK_HOLE_AND_RESET {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.BLACK_HOLE);
                lastFor(FAULT);
                scene.proxy.cut();
                scene.proxy.become(Way.OPEN);
            }
        },
        /** Commits arrive, and nobody learns of them. */
        CUT_AFTER_COMMIT {
            @Override
            void strike(Scene scene) throws Exception {
                for (int i = 0; i < TIMES; i++) {
                    scene.proxy.become(Way.WITHOUT_ANSWERS);
                    lastFor(FAULT.dividedBy(TIMES));
                    scene.proxy.cut();
                    scene.proxy.become(Way.OPEN);
                    lastFor(FAULT.dividedBy(TIMES));
                }
            }
        },
        FROZEN_DATABASE {
            @Override
            void strike(Scene scene) throws Exception {
                scene.database.signal("STOP");
                lastFor(FAULT);
                scene.database.signal("CONT");
            }
        },
        KILLED_DATABASE {
            @Override
            void strike(Scene scene) throws Exception {
                DatabaseOutage.kill(scene.database.directory());
            }
        },
        READ_ONLY_DATABASE {
            @Override
            void strike(Scene scene) throws Exception {
                scene.database.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
                lastFor(FAULT);
                scene.database.execute(
                        "set default_transaction_read_only = off", "alter system reset default_transaction_read_only", "select pg_reload_conf()");
            }
        };

        private static final int TIMES = 5;

        /** Ends by itself. */
        abstract void strike(Scene scene) throws Exception;

        private static void lastFor(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    }

    private record Scene(SwitchableProxy proxy, Victim database) {}

    /** An embedded database of which the test has hold. */
    private record Victim(Path directory) {

        void execute(String... statements) throws Exception {
            try (var owner = Owner.ofDatabaseIn(directory)) {
                for (var statement : statements) {
                    owner.execute(statement);
                }
            }
        }

        void signal(String signal) throws Exception {
            var postmaster = DatabaseOutage.processOf(directory);
            var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).map(process -> Long.toString(process.pid()));
            assertThat(new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), all).toList()).start().waitFor()).isZero();
        }
    }

    @Test
    void each_fault_heals_by_itself_and_every_answer_was_true() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "The faults are not tried: they need the signals of Unix");
        int rounds = Torture.rounds().orElse(1);
        var victim = new Victim(directory.resolve("database"));
        var corridor = Corridor.in(directory).with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1").with("CORRIDOR_QUOTE_VALIDITY_SECONDS", "3600");
        try (var database = EmbeddedDatabase.start(victim.directory());
                var proxy = new SwitchableProxy(uriOf(database));
                var service = corridor.with("CORRIDOR_DATABASE_URL", proxy.before(uriOf(database)).toString()).serve()) {
            for (int round = 0; round < rounds; round++) {
                for (var fault : Fault.values()) {
                    try {
                        meet(fault, new Scene(proxy, victim), service);
                    } catch (Exception | AssertionError e) {
                        System.out.println(service.log());
                        throw e;
                    }
                }
            }
        }
    }

    private static void meet(Fault fault, Scene scene, Serving service) throws Exception {
        var victim = scene.database;
        var before = Rounds.in(victim.directory());
        var load = Load.start(CLIENTS, service);
        Await.until("it runs", () -> load.progress() > REQUESTS_BEFORE);

        fault.strike(scene);
        long healed = System.nanoTime();
        int granted = load.progress();
        Await.until("it goes on after " + fault, () -> load.progress() > granted + REQUESTS_AFTERWARDS);
        var recovery = Duration.ofNanos(System.nanoTime() - healed);
        load.stop();

        assertThatNothingIsLeftOf(refused(load, Outcome.NOT_APPLIED), victim);
        int refusals = load.refusals().size();
        int unknown = refused(load, Outcome.UNKNOWN).size();
        load.repeatNotGranted(service.api());
        load.repeatGranted(service.api());
        assertThat(Rounds.in(victim.directory())).as("what is there after %s", fault).isEqualTo(before.plus(Rounds.answered(load)));
        try (var owner = Owner.ofDatabaseIn(victim.directory())) {
            assertThat(owner.differences()).isEmpty();
        }
        System.out.printf(
                "%s: %d granted, %d refused, %d of them unknown, which took effect once when they were sent again; %d ms after it until %d more were granted%n",
                fault, load.progress(), refusals, unknown, recovery.toMillis(), REQUESTS_AFTERWARDS);
    }

    private static List<CorridorException> refused(Load load, Outcome outcome) {
        return load.refusals().stream().filter(refusal -> refusal.outcome() == outcome).toList();
    }

    /** A success is remembered in the transaction of its effect, so what was not remembered has none. */
    private static void assertThatNothingIsLeftOf(List<CorridorException> refusals, Victim victim) throws Exception {
        var keys = refusals.stream().flatMap(refusal -> refusal.idempotencyKey().stream()).map(key -> "'" + key + "'").toList();
        try (var owner = Owner.ofDatabaseIn(victim.directory())) {
            assertThat(keys.isEmpty() ? 0 : owner.count("idempotency_records where idempotency_key in (" + String.join(", ", keys) + ")"))
                    .as("effects of what was answered as not_applied")
                    .isZero();
        }
    }

    private static URI uriOf(EmbeddedDatabase database) {
        return URI.create(LiveIT.urlOf(database.address()));
    }
}
