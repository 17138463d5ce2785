package dev.corridor.benchmarks.machine;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.management.OperatingSystemMXBean;
import dev.corridor.benchmarks.report.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Facts about the machine on which figures depend. */
public final class Machine {

    private static final int SYNCS = 500;
    private static final int PAGE_BYTES = 8192;
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Machine() {}

    /** One fact per line. */
    public static List<String> describe(Path directory) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var facts = new ArrayList<String>();
        facts.add(String.format(
                Locale.ROOT,
                "%d cores%s, %,d MiB of memory, %s %s %s",
                system.getAvailableProcessors(),
                model(),
                system.getTotalMemorySize() >> 20,
                system.getName(),
                system.getVersion(),
                system.getArch()));
        facts.add("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
        facts.add(disk(directory));
        return facts;
    }

    /** The commit of a checkout, and whether it was changed since. */
    public static String commit(Path checkout) {
        try {
            var described = Program.run(new ProcessBuilder("git", "-C", checkout.toString(), "describe", "--always", "--dirty"));
            return described.exitCode() == 0 ? described.output().strip() : checkout.toString();
        } catch (IOException e) {
            return checkout.toString();
        }
    }

    private static String model() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith(MODEL))
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** The time to sync a page of PostgreSQL's log. Java's {@code force(false)} is {@code fdatasync} on Linux. */
    private static String disk(Path directory) {
        var file = directory.resolve("fdatasync");
        var nanos = new Histogram(3);
        try (var channel = FileChannel.open(file, CREATE_NEW, WRITE, DELETE_ON_CLOSE)) {
            // The file is allocated first, as PostgreSQL's log is: growing it would cost more.
            channel.write(ByteBuffer.allocate(SYNCS * PAGE_BYTES));
            channel.force(true);
            for (int i = 0; i < SYNCS; i++) {
                channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) i * PAGE_BYTES);
                long startNanos = System.nanoTime();
                channel.force(false);
                nanos.recordValue(System.nanoTime() - startNanos);
            }
            return "disk: " + Files.getFileStore(directory).type() + ", fdatasync of 8 KiB: p50 / p95 / p99 / max "
                    + Figures.percentiles(nanos) + " ms";
        } catch (IOException e) {
            throw new BenchException("the disk cannot be tried in " + directory, e);
        }
    }
}
