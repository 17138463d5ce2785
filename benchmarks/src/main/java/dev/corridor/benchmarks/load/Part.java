package dev.corridor.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of Java's work. A sample belongs to the part of its innermost frame that has one, so what a part lets the kernel, the JDK or a library do is
 * its own.
 */
enum Part {
    HAND_OVERS(
            "hand-overs between threads",
            "a lane writes while connections are read: each waits for the other and wakes it",
            "jdk/internal/misc/Unsafe.park",
            "jdk/internal/misc/Unsafe.unpark",
            "java/lang/VirtualThread.",
            "java/util/concurrent/ForkJoin",
            "java/util/concurrent/ThreadPoolExecutor.getTask",
            "io/netty/channel/nio/NioIoHandler.select",
            "io/netty/channel/nio/NioIoHandler.wakeup"),
    SOCKETS(
            "sockets and HTTP's framing",
            "a read and a write for each request, and a head that all readers understand alike",
            "io/netty/",
            "dev/corridor/http/edge/connection/",
            "dev/corridor/http/feed/WebSocketUpgrade"),
    ROUTING("routing, filters, binding", "the framework finds the route, runs the filters and binds the arguments", "io/micronaut/",
            "dev/corridor/http/edge/route/"),
    BODY(
            "body and its checks",
            "unknown fields and bad values are refused, all at once",
            "dev/corridor/http/edge/body/",
            "dev/corridor/http/edge/validation/",
            "io/micronaut/validation/",
            "org/hibernate/validator/"),
    AUTHENTICATION(
            "authentication, limits, permission",
            "who asks, how often, and whether they may",
            "dev/corridor/http/access/",
            "dev/corridor/application/access/",
            "dev/corridor/domain/access/",
            "dev/corridor/persistence/access/"),
    IDEMPOTENCY("idempotency keys", "a request that is sent again takes effect once", "dev/corridor/http/edge/idempotency/",
            "dev/corridor/application/idempotency/"),
    JSON("JSON", "requests are read and answers written", "com/fasterxml/jackson/", "io/micronaut/serde/", "io/micronaut/json/"),
    LOG("log line and journal", "an operator finds each request", "ch/qos/logback/", "org/slf4j/", "dev/corridor/http/edge/request/",
            "dev/corridor/application/journal/", "dev/corridor/persistence/journal/"),
    METRICS("metrics", "and how long it took", "io/micrometer/", "io/micronaut/configuration/metrics/"),
    DRIVER("PostgreSQL's driver", "statements and parameters to PostgreSQL, rows from it", "org/postgresql/", "org/jdbi/", "com/zaxxer/hikari/"),
    FEED("feed and webhooks", "events are read for WebSockets and endpoints", "dev/corridor/application/feed/", "dev/corridor/http/feed/",
            "dev/corridor/application/webhook/"),
    BOOKS("decisions and their rows", "the work itself: rules, batches, rows and what stands in them", "dev/corridor/"),
    JVM("the JVM and the rest", "garbage collection, and threads that look after something", "");

    private final String title;
    private final String need;
    private final List<String> prefixes;

    Part(String title, String need, String... prefixes) {
        this.title = title;
        this.need = need;
        this.prefixes = List.of(prefixes);
    }

    String title() {
        return title;
    }

    /** What it is needed for. */
    String need() {
        return need;
    }

    /** @param frames from the outermost, with the thread before them */
    static Part of(String[] frames) {
        for (int i = frames.length - 1; i > 0; i--) {
            var part = ofFrame(frames[i]);
            if (part.isPresent()) {
                return part.get();
            }
        }
        return JVM;
    }

    /** The longest prefix counts. */
    private static Optional<Part> ofFrame(String frame) {
        return Arrays.stream(values())
                .filter(part -> part.matchedBy(frame) > 0)
                .max((a, b) -> Integer.compare(a.matchedBy(frame), b.matchedBy(frame)));
    }

    private int matchedBy(String frame) {
        return prefixes.stream().filter(frame::startsWith).mapToInt(String::length).max().orElse(0);
    }
}
