package dev.corridor.service.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.corridor.domain.organization.Environment;
import dev.corridor.service.settings.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the process is given by its machine, and how it is reached. */
public final class MachineExamination {

    /** One for each connection of a client, and some hundred of our own. */
    private static final long ENOUGH_FILES = 4_096;

    private static final long ENOUGH_MEBIBYTES = 1_024;
    private static final int MEBIBYTE = 1024 * 1024;

    private final Settings settings;

    public MachineExamination(Settings settings) {
        this.settings = settings;
    }

    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.fine("java", Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors"));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long files = system.getMaxFileDescriptorCount();
            findings.add(Finding.check(
                    files >= ENOUGH_FILES,
                    "open files",
                    "up to " + files,
                    "only " + files + " are allowed, and each client takes one: raise the limit (ulimit -n) to " + ENOUGH_FILES + " or more"));
        }
        if (settings.externalDatabase().isEmpty()) {
            findings.add(disk(settings.dataDirectory()));
        }
        if (settings.environment() == Environment.LIVE) {
            findings.addAll(reach());
        }
        return findings;
    }

    private static Finding disk(Path directory) {
        try {
            long free = Files.getFileStore(directory.toAbsolutePath()).getUsableSpace() / MEBIBYTE;
            return Finding.check(
                    free >= ENOUGH_MEBIBYTES,
                    "disk",
                    free + " MiB are free for the data",
                    "only " + free + " MiB are free for the data in " + directory + ": with a full disk nothing is taken in");
        } catch (IOException e) {
            return Finding.mend("disk", "there is no data directory at " + directory + ": set CORRIDOR_DATA_DIR, or let `serve` make one");
        }
    }

    private List<Finding> reach() {
        var findings = new ArrayList<Finding>();
        if (settings.listening().managementPort().isEmpty()) {
            findings.add(Finding.advice("metrics", "there are none: set CORRIDOR_MANAGEMENT_PORT"));
        }
        if (settings.externalDatabase().isEmpty()) {
            findings.add(Finding.advice("database", "it is embedded, on this machine alone: with real money, name a server with a standby"));
        }
        if (settings.trustedProxies().isEmpty()) {
            findings.add(Finding.advice("proxies",
                    "none is trusted: behind one of your own, all clients seem to have its address (CORRIDOR_TRUSTED_PROXIES)"));
        }
        return findings;
    }
}
