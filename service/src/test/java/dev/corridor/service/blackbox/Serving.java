package dev.corridor.service.blackbox;

import dev.corridor.client.CorridorClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running service with its output up to readiness. Closing stops it, if it still runs. */
final class Serving implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("corridor ready on (http://localhost:[0-9]+)");
    private static final Pattern KEY = Pattern.compile("nxos_sk_test_[0-9A-Za-z_-]+");
    private static final Pattern ACCOUNT = Pattern.compile("acct_[0-9a-f]{32}");

    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final List<String> printed;
    private final String url;

    private Serving(Process process, Path log, List<String> printed, String url) {
        this.process = process;
        this.log = log;
        this.printed = printed;
        this.url = url;
    }

    static Serving awaitReady(Process process, Path log) throws IOException, InterruptedException {
        var printed = new ArrayList<String>();
        var output = new BufferedReader(process.inputReader());
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            var ready = READY.matcher(line);
            if (ready.matches()) {
                return new Serving(process, log, List.copyOf(printed), ready.group(1));
            }
        }
        throw new IOException("the service ended with " + process.waitFor() + " before it was ready:\n" + Files.readString(log));
    }

    /** The output up to readiness. */
    List<String> printed() {
        return printed;
    }

    String url() {
        return url;
    }

    String printedKey() {
        return findPrinted(KEY);
    }

    String printedAccount() {
        return findPrinted(ACCOUNT);
    }

    /** With the printed key. Sends nothing again by itself, and waits much longer than any answer takes, also on a busy machine. */
    CorridorClient api() {
        return CorridorClient.at(url).key(printedKey()).attempts(1).timeout(Duration.ofMinutes(10));
    }

    /** With the printed key, for what is no operation of the API. */
    Client client() {
        return new Client(url, printedKey());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Like {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Like {@code kill}, which is SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    long processId() {
        return process.pid();
    }

    /** Waits for the end of the process. */
    int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the service does not end:\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private String findPrinted(Pattern pattern) {
        return printed.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }
}
