package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.corridor.service.blackbox.SwitchableProxy.Way;
import dev.corridor.service.embedded.DatabaseOutage;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.embedded.SharedPrograms;
import dev.corridor.testing.model.Torture;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of faults of the database, and of the network before it. Those of the machine are met by {@link MachineFaultsIT}. */
class FaultsIT {

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
                scene.lastAndOpen();
            }
        },
        SLOW_NETWORK {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.SLOW);
                scene.lastAndOpen();
            }
        },
        BLACK_HOLE {
            @Override
            void strike(Scene scene) throws Exception {
                scene.proxy.become(Way.BLACK_HOLE);
                scene.lastAndOpen();
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
                DatabaseOutage.signal(scene.database.directory(), "STOP");
                lastFor(FAULT);
                DatabaseOutage.signal(scene.database.directory(), "CONT");
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
        },
        /** Commits are on the disk and wait all the same, until somebody gives the standby up. */
        LOST_SYNCHRONOUS_STANDBY {
            @Override
            void strike(Scene scene) throws Exception {
                scene.database.execute("alter system set synchronous_standby_names = 'lost'", "select pg_reload_conf()");
                lastFor(FAULT);
                scene.database.execute("alter system reset synchronous_standby_names", "select pg_reload_conf()");
            }
        },
        CLOCK_AHEAD {
            @Override
            void strike(Scene scene) throws Exception {
                scene.database.lastWithClock("30 minutes");
                scene.database.expect("quotes where issued_at > now() + interval '20 minutes'");
            }
        },
        CLOCK_BEHIND {
            @Override
            void strike(Scene scene) throws Exception {
                scene.database.lastWithClock("-30 minutes");
            }
        };

        private static final int TIMES = 5;

        /** Ends by itself. */
        abstract void strike(Scene scene) throws Exception;
    }

    private record Scene(SwitchableProxy proxy, Victim database) {

        void lastAndOpen() throws InterruptedException {
            lastFor(FAULT);
            proxy.become(Way.OPEN);
        }
    }

    /** An embedded database of which the test has hold. */
    private record Victim(Path directory) {

        /** Whoever connects from now on reads a clock that can be set: it hides PostgreSQL's own. */
        void takeClock() throws Exception {
            execute(
                    "create schema clock",
                    "grant usage on schema clock to public",
                    "create table clock.jump as select interval '0' as by",
                    "grant select on clock.jump to public",
                    "create function clock.clock_timestamp() returns timestamptz volatile return (select pg_catalog.clock_timestamp() + by from clock.jump)",
                    "create function clock.now() returns timestamptz stable return (select pg_catalog.now() + by from clock.jump)",
                    "alter database corridor set search_path = public, clock, pg_catalog");
        }

        void lastWithClock(String jump) throws Exception {
            execute("update clock.jump set by = interval '" + jump + "'");
            lastFor(FAULT);
            execute("update clock.jump set by = interval '0'");
        }

        void execute(String... statements) throws Exception {
            try (var owner = Owner.ofDatabaseIn(directory)) {
                for (var statement : statements) {
                    owner.execute(statement);
                }
            }
        }

        void expect(String rows) throws Exception {
            try (var owner = Owner.ofDatabaseIn(directory)) {
                assertThat(owner.count(rows)).as(rows).isPositive();
            }
        }
    }

    @Test
    void each_fault_heals_by_itself_and_every_answer_was_true() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "The faults are not tried: they need the signals of Unix");
        int rounds = Torture.rounds().orElse(1);
        var victim = new Victim(directory.resolve("database"));
        var corridor = Corridor.in(directory).with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1").with("CORRIDOR_QUOTE_VALIDITY_SECONDS", "3600");
        try (var database = SharedPrograms.start(victim.directory());
                var proxy = new SwitchableProxy(uriOf(database));
                var service = servingOn(victim, corridor.with("CORRIDOR_DATABASE_URL", proxy.before(uriOf(database)).toString()))) {
            var scene = new Scene(proxy, victim);
            for (int round = 0; round < rounds; round++) {
                for (var fault : Fault.values()) {
                    new FaultUnderLoad(service, victim.directory()).meet(fault.name(), () -> fault.strike(scene));
                }
            }
        }
    }

    private static Serving servingOn(Victim victim, Corridor corridor) throws Exception {
        victim.takeClock();
        return corridor.serve();
    }

    private static void lastFor(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    private static URI uriOf(EmbeddedDatabase database) {
        return URI.create(LiveIT.urlOf(database.address()));
    }
}
