package dev.corridor.benchmarks.feed;

import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Measures the feed with 2,000 idle clients, 200 that receive each payment, and one that does not read. An event's lateness is the time
 * from the decision (the transaction's {@code createdAt}) to the client, on one machine.
 */
public final class FeedRun {

    private static final int IDLE = 2_000;
    private static final int BUSY = 200;
    private static final int PAYERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DIGITS = 2;
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final long BYTES_PER_KIBIBYTE = 1024;
    private static final int SMALL_BUFFER_BYTES = 4_096;
    private static final LongConsumer NOBODY_ASKS = millis -> {};

    private final Path directory;
    private final Corridor.Place place;
    private final Duration measured;
    private final PrintStream progress;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param measured the duration of payments in each of the two rounds */
    public FeedRun(Path directory, Corridor.Place place, Duration measured, PrintStream progress) {
        this.directory = directory;
        this.place = place.with("CORRIDOR_TIERS", "ORACLE connections=10000");
        this.measured = measured;
        this.progress = progress;
    }

    private record Organization(String key, String account) {}

    /** @param payments made; each is sent to every busy client */
    private record Round(long payments, long received, Histogram lateness) {}

    /** Runs, and returns the report in Markdown. */
    public String run() {
        try (var corridor = Corridor.start(place)) {
            var idle = organization(corridor);
            var busy = organization(corridor);
            var histogram = new ConcurrentHistogram(LONGEST_MILLIS, DIGITS);
            var watchers = open(corridor, busy, BUSY, histogram::recordValue);
            round(corridor, busy, watchers, histogram);
            long before = corridor.server().residentBytes();
            progress.printf("opening %,d idle connections%n", IDLE);
            open(corridor, idle, IDLE, NOBODY_ASKS);
            long perConnection = (corridor.server().residentBytes() - before) / IDLE;
            progress.println("paying");
            var all = round(corridor, busy, watchers, histogram);
            Round withBlocked;
            try (var blocked = blockedReader(corridor, busy)) {
                progress.println("paying, while one does not read");
                withBlocked = round(corridor, busy, watchers, histogram);
            } catch (IOException e) {
                throw new BenchException("the one that does not read could not be connected", e);
            }
            return report(perConnection, all, withBlocked);
        }
    }

    private static List<Watcher> open(Corridor corridor, Organization organization, int count, LongConsumer lateness) {
        var watchers = IntStream.range(0, count)
                .mapToObj(i -> Watcher.open(corridor.port(), organization.key, lateness))
                .toList();
        watchers.forEach(Watcher::awaitSubscribed);
        return watchers;
    }

    private Round round(Corridor corridor, Organization paying, List<Watcher> watchers, Histogram histogram) {
        histogram.reset();
        long before = received(watchers);
        long end = System.nanoTime() + measured.toNanos();
        long payments = 0;
        try (var payers = Executors.newFixedThreadPool(PAYERS)) {
            var paid = IntStream.range(0, PAYERS).mapToObj(i -> payers.submit(() -> pay(corridor, paying, end))).toList();
            for (var one : paid) {
                payments += one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new BenchException("a payment failed", e);
        }
        long expected = before + payments * watchers.size();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (received(watchers) < expected && System.nanoTime() < patience) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Round(payments, received(watchers) - before, histogram.copy());
    }

    private static long received(List<Watcher> watchers) {
        return watchers.stream().mapToLong(Watcher::received).sum();
    }

    private long pay(Corridor corridor, Organization organization, long end) {
        long payments = 0;
        while (System.nanoTime() < end) {
            post(corridor, organization.key, "/v1/sandbox/deposits",
                    "{\"accountId\":\"" + organization.account + "\",\"asset\":\"USD\",\"amount\":\"1.00\"}");
            payments++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return payments;
    }

    private Organization organization(Corridor corridor) {
        var created = post(corridor, corridor.api().key(), "/v1/sandbox/organizations", "{\"name\":\"Feed\"}");
        return new Organization(find("apiKey", created), find("primaryAccountId", created));
    }

    private static String find(String member, String json) {
        var matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new BenchException("no " + member + " in " + json);
        }
        return matcher.group(1);
    }

    private String post(Corridor corridor, String key, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + corridor.port() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BenchException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchException(path + " was not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the benchmark is never interrupted", e);
        }
    }

    /** Subscribes but never reads. The masked frame has a zero mask, which leaves the text unchanged. */
    private static Socket blockedReader(Corridor corridor, Organization organization) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
        socket.connect(new InetSocketAddress("localhost", corridor.port()));
        var upgrade = "GET /v1/realtime HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + organization.key
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
        var text = "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"transactions\",\"from\":0}}".getBytes(StandardCharsets.US_ASCII);
        var frame = new byte[6 + text.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | text.length);
        System.arraycopy(text, 0, frame, 6, text.length);
        socket.getOutputStream().write(frame);
        return socket;
    }

    private String report(long perConnection, Round all, Round withBlocked) {
        var table = new MarkdownTable("", "payments", "events received", "missing", "p50 / p95 / p99 / max, ms")
                .row(cells("all read", all))
                .row(cells("one does not read", withBlocked));
        var facts = new ArrayList<>(Machine.describe(directory));
        return "# The feed\n\nMeasured at " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", for " + measured.toSeconds()
                + " s each, with " + String.format("%,d", IDLE) + " idle and " + BUSY + " busy connections and " + PAYERS
                + " who pay. Everything, the clients too, ran on this machine:\n\n- " + String.join("\n- ", facts) + "\n\n"
                + "How late an event is: from the decision to the client.\n\n" + table + "\nMemory of the service for each idle connection: "
                + Math.max(0, perConnection) / BYTES_PER_KIBIBYTE + " KiB (resident, the JVM's spare heap included).\n";
    }

    private static String[] cells(String name, Round round) {
        long missing = round.payments * BUSY - round.received;
        var nanos = new Histogram(TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS), DIGITS);
        round.lateness.recordedValues().forEach(
                value -> nanos.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(value.getValueIteratedTo()), value.getCountAtValueIteratedTo()));
        return new String[]{
            name,
            String.format("%,d", round.payments),
            String.format("%,d", round.received),
            String.format("%,d", missing),
            Figures.percentiles(nanos)
        };
    }
}
