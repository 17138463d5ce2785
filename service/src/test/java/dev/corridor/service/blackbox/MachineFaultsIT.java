package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.corridor.service.Program;
import dev.corridor.service.embedded.DatabaseOutage;
import dev.corridor.testing.model.Torture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of faults of the machine on which the service runs with its database: the disk is full, or slow, descriptors and memory are
 * scarce. Those of the database and the network are met by {@link FaultsIT}.
 */
@EnabledOnOs(OS.LINUX)
class MachineFaultsIT {

    private static final Duration FAULT = Duration.ofSeconds(2);
    private static final int LARGE_REQUESTS = 5;
    private static final int ITEMS = 10_000;

    @TempDir
    private Path directory;

    private final int rounds = Torture.rounds().orElse(1);

    private Corridor corridor;

    @BeforeEach
    void describe_the_service() {
        corridor = Corridor.in(directory)
                .with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1")
                .with("CORRIDOR_QUOTE_VALIDITY_SECONDS", "3600");
    }

    @Test
    void a_full_disk() throws Exception {
        try (var disk = Disk.mountedOn(corridor.dataDirectory())) {
            meet("FULL_DISK", service -> {
                disk.fill();
                last();
                disk.makeRoom();
            });
        }
    }

    @Test
    void a_disk_that_takes_its_time() throws Exception {
        var strace = Program.find("strace", "strace");
        meet("SLOW_DISK", service -> {
            var command = new ArrayList<>(List.of(strace.toString(), "-f", "-q", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e",
                    "inject=fsync,fdatasync:delay_exit=200000"));
            processesOfDatabase().forEach(process -> command.addAll(List.of("-p", Long.toString(process))));
            var tracer = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            last();
            tracer.destroy();
            assertThat(tracer.waitFor()).isNotEqualTo(1);
        });
    }

    /** Connections break besides, so that new descriptors are needed. */
    @Test
    void no_descriptors_are_left() throws Exception {
        var prlimit = Program.find("util-linux", "prlimit").toString();
        meet("NO_DESCRIPTORS", service -> {
            var usual = run(prlimit, "--pid=" + service.processId(), "--nofile", "--output=SOFT", "--noheadings");
            run(prlimit, "--pid=" + service.processId(), "--nofile=16:");
            try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
                owner.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
            }
            last();
            run(prlimit, "--pid=" + service.processId(), "--nofile=" + usual + ":");
        });
    }

    /** With the largest request that there is, again and again. */
    @Test
    void a_heap_of_64_MiB() throws Exception {
        corridor = corridor.with("JAVA_TOOL_OPTIONS", "-Xmx64m -XX:+ExitOnOutOfMemoryError");
        meet("SMALL_HEAP", service -> {
            var batch = batchOfUnknownBeneficiaries(service.printedAccount());
            for (int i = 0; i < LARGE_REQUESTS; i++) {
                assertThat(service.client().post("/v1/payout-batches", "text/csv", batch, "batch-" + i).status()).isEqualTo(200);
            }
        });
    }

    private static String batchOfUnknownBeneficiaries(String account) {
        var line = account + ",bene_00000000000000000000000000000000,1.00,EUR,SEPA,%d";
        return IntStream.range(0, ITEMS).mapToObj(line::formatted).collect(
                Collectors.joining("\n", "accountId,beneficiaryId,amount,asset,method,description\n", "\n"));
    }

    private interface Strike {
        void on(Serving service) throws Exception;
    }

    private void meet(String name, Strike fault) throws Exception {
        try (var service = corridor.serve()) {
            for (int round = 0; round < rounds; round++) {
                new FaultUnderLoad(service, corridor.dataDirectory()).meet(name, () -> fault.on(service));
            }
        }
    }

    private Stream<Long> processesOfDatabase() throws IOException {
        var postmaster = DatabaseOutage.processOf(corridor.dataDirectory());
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).map(ProcessHandle::pid);
    }

    private static void last() throws InterruptedException {
        Thread.sleep(FAULT.toMillis());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        return Program.run(Path.of("."), Map.of(), command).strip();
    }

    /** A small disk of its own. */
    private record Disk(Path directory) implements AutoCloseable {

        private static final int MEBIBYTE = 1 << 20;

        static Disk mountedOn(Path directory) throws Exception {
            var disk = new Disk(Files.createDirectories(directory));
            try {
                run("mount", "-t", "tmpfs", "-o", "size=400m,mode=700", "corridor-test", directory.toString());
            } catch (AssertionError | IOException e) {
                abort("A full disk is not tried: only root may mount a small one (" + e.getMessage() + ")");
            }
            return disk;
        }

        void fill() throws IOException {
            try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var zeros = ByteBuffer.allocate(MEBIBYTE);
                while (true) {
                    file.write(zeros.rewind());
                }
            } catch (IOException e) {
                // That is what it is for: no space is left.
            }
        }

        void makeRoom() throws IOException {
            Files.delete(ballast());
        }

        private Path ballast() {
            return directory.resolve("ballast");
        }

        @Override
        public void close() throws Exception {
            run("umount", directory.toString());
        }
    }
}
