package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that warms up before it is ready. */
class WarmUpIT {

    private static final String ANNOUNCEMENT = "corridor: warming up, so that it is fast within seconds";

    /** The JVM's exit code on SIGTERM: 128 plus the signal's number. */
    private static final int TERMINATED = 143;

    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path directory;

    /** The temporary directory of the process. */
    private Path temporary;

    @BeforeEach
    void make() throws IOException {
        temporary = Files.createDirectory(directory.resolve("temporary"));
    }

    @Test
    void nothing_is_left_of_a_warm_up() throws Exception {
        var corridor = warmingUpFor("1", temporary);

        try (var service = corridor.serve();
                var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            assertThat(service.log()).containsOnlyOnce(ANNOUNCEMENT + " (for 1 s").doesNotContain("path=/", " WARN ", " ERROR ");
            assertThat(temporary).isEmptyDirectory();
            assertThat(processesThatWorkIn(temporary)).isEmpty();
            assertThat(owner.count("accounts")).as("the sandbox's own").isEqualTo(1);
            assertThat(owner.count("quotes")).isZero();
            assertThat(service.client().get("/v1/accounts").status()).isEqualTo(200);
            assertThat(metrics(service)).contains("/v1/accounts").doesNotContain("/v1/quotes");
        }
    }

    @Test
    void a_service_that_cannot_warm_up_says_why_and_starts_cold() throws Exception {
        var nowhere = directory.resolve("nowhere");

        try (var service = warmingUpFor("1", nowhere).serve()) {
            assertThat(service.log())
                    .contains(ANNOUNCEMENT + " (for 1 s", " WARN ", "starts cold")
                    .contains("NoSuchFileException: " + nowhere);
            assertThat(service.client().get("/v1/accounts").status()).isEqualTo(200);
        }
    }

    @Test
    void told_to_end_it_clears_away_what_it_has_begun() throws Exception {
        var corridor = warmingUpFor("300", temporary);
        var process = corridor.begin("serve");
        Await.until("its PostgreSQL runs", () -> !processesThatWorkIn(temporary).isEmpty());

        process.toHandle().destroy();

        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(temporary).isEmptyDirectory();
        assertThat(processesThatWorkIn(temporary)).isEmpty();
        assertThat(processesThatWorkIn(corridor.dataDirectory())).isEmpty();
    }

    @Test
    void what_is_wrong_with_its_database_it_says_before_it_warms_up() throws Exception {
        var corridor = warmingUpFor("300", temporary);

        var unreachable = corridor.with("CORRIDOR_DATABASE_URL", "postgres://corridor:secret@127.0.0.1:1/corridor")
                .with("CORRIDOR_DATABASE_WAIT_SECONDS", "0")
                .run("serve");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.errors()).contains("127.0.0.1:1/corridor as corridor cannot be used").doesNotContain(ANNOUNCEMENT);

        try (var other = Corridor.in(directory).serve()) {
            var second = corridor.run("serve");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).contains(corridor.dataDirectory().toString()).doesNotContain(ANNOUNCEMENT);
            assertThat(other.client().get("/v1/accounts").status()).isEqualTo(200);
        }
    }

    private Corridor warmingUpFor(String seconds, Path temporary) {
        return Corridor.in(directory)
                .with("CORRIDOR_WARM_UP_SECONDS", seconds)
                .with("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    }

    private static String metrics(Serving service) throws IOException {
        try (var answer = URI.create(service.url() + "/prometheus").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** PostgreSQL has its directory on the command line. */
    private static List<String> processesThatWorkIn(Path directory) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains("-D " + directory))
                .toList();
    }
}
