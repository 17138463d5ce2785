package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Termination of a service under load. */
class EndOfServiceIT {

    private static final int CLIENTS = 8;
    private static final int ROUNDS_BEFORE_THE_END = 20;

    /** The JVM's exit code on SIGTERM: 128 plus the signal's number. */
    private static final int TERMINATED = 143;

    @TempDir
    private static Path directory;

    @Test
    void told_to_end_it_first_answers_what_it_has_begun() throws Exception {
        var corridor = Corridor.in(directory).with("CORRIDOR_DRAIN_SECONDS", "2").with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "3600");
        try (var service = corridor.serve();
                var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            var before = Rounds.in(corridor.dataDirectory());
            var load = Load.start(CLIENTS, service);
            Await.until("the service is busy", () -> load.payouts().size() >= ROUNDS_BEFORE_THE_END);
            owner.execute("begin");
            owner.execute("select from accounts for update");
            // The first batch waits for the lock, and the other clients behind it in the queue.
            Await.until("the books wait", () -> owner.count("pg_stat_activity where wait_event_type = 'Lock'") > 0);

            service.terminate();
            Await.until("it is seen as not ready", () -> service.client().get("/health/readiness").status() == 503);
            Await.until("nobody new is let in", () -> refusesConnections(service));
            owner.execute("commit");
            load.awaitEnd();

            assertThat(load.refusals()).isEmpty();
            assertThat(service.exitCode()).isEqualTo(TERMINATED);
            assertThat(corridor.dataDirectory().resolve("postgres/postmaster.pid")).as("its PostgreSQL").doesNotExist();
            assertThat(Rounds.in(corridor.dataDirectory())).isEqualTo(before.plus(Rounds.answered(load)));
        }
        assertThatBooksAddUp(corridor);
    }

    private static boolean refusesConnections(Serving service) throws IOException, InterruptedException {
        try {
            service.client().get("/health/readiness");
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static void assertThatBooksAddUp(Corridor corridor) throws IOException, InterruptedException {
        var verified = corridor.run("verify-books");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
    }
}
