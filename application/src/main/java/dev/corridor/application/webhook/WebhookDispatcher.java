package dev.corridor.application.webhook;

import dev.corridor.application.Outage;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.webhook.port.Courier;
import dev.corridor.application.webhook.port.Courier.Answer;
import dev.corridor.application.webhook.port.Courier.Parcel;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.application.webhook.port.Deliveries.Backlog;
import dev.corridor.application.webhook.port.Deliveries.Delivery;
import dev.corridor.application.webhook.port.Deliveries.Report;
import dev.corridor.application.webhook.port.Deliveries.Result;
import dev.corridor.application.webhook.port.Deliveries.Turn;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.id.Trace;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.RetrySchedule;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Delivers webhooks. One thread does all that touches the database, in passes: it records what has come back, turns new events into deliveries, and
 * claims endpoints that have something due. Requests are sent by other threads, which only wait for answers.
 *
 * <p>An endpoint's turn is at most as many requests at once as its health allows: one for a new or failing endpoint. So an endpoint that hangs holds
 * one thread and one socket, and turns of failing endpoints can take half of the places only. A node that dies leaves turns whose leases end; another
 * one sends the same messages again, under the same ids.
 */
public final class WebhookDispatcher implements AutoCloseable {

    /** How long an endpoint has to answer. Source: the usual limit of the field; Svix waits for 15 seconds. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(WebhookDispatcher.class.getName());

    /** Longer than a turn takes: what a node that dies has claimed waits for the rest of it. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** Turns at once on a node, and how many of them may be of endpoints whose last attempts have failed. */
    private static final int MAX_TURNS = 2_000;

    private static final int MAX_FAILING_TURNS = 1_000;

    /** Requests at once on a node. Beyond it, turns have a single request. */
    private static final int MAX_REQUESTS = 2_500;

    /** Most per statement: small ones keep locks short. */
    private static final int BATCH = 200;

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final int PERCENT = 100;
    private static final int VARIATION = 20;

    private final Events events;
    private final Deliveries deliveries;
    private final EndpointSecrets secrets;
    private final Courier courier;
    private final MessageBodies bodies;
    private final DisableEndpoint disableEndpoint;
    private final DeliveryWatch watch;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Executor senders;
    private final Thread thread;
    private final Queue<Report> finished = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean closed;

    /** Confined to the thread of the passes. */
    private int turns;

    private int failingTurns;

    /** @param senders runs each request on a thread of its own */
    public WebhookDispatcher(
            Events events,
            Deliveries deliveries,
            EndpointSecrets secrets,
            Courier courier,
            MessageBodies bodies,
            DisableEndpoint disableEndpoint,
            DeliveryWatch watch,
            TimeOrderedIds ids,
            InstantSource clock,
            RandomGenerator random,
            Executor senders) {
        this.events = events;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.courier = courier;
        this.bodies = bodies;
        this.disableEndpoint = disableEndpoint;
        this.watch = watch;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.senders = senders;
        this.thread = Thread.ofPlatform().name("webhooks").daemon().unstarted(this::run);
    }

    public WebhookDispatcher start() {
        thread.start();
        return this;
    }

    private void run() {
        while (!closed) {
            try {
                if (!pass()) {
                    LockSupport.parkNanos(POLL_INTERVAL.toNanos());
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Webhooks cannot be delivered for now; retrying", e);
                LockSupport.parkNanos(Outage.TRIED_AGAIN_AFTER.toNanos());
            }
        }
    }

    /** One pass; whether another one would find something at once. */
    public boolean pass() {
        boolean reported = report();
        boolean read = read();
        return claim() || read || reported;
    }

    private boolean report() {
        var reports = new ArrayList<Report>();
        while (reports.size() < BATCH && !finished.isEmpty()) {
            reports.add(finished.remove());
        }
        if (reports.isEmpty()) {
            return false;
        }
        try {
            deliveries.report(reports);
        } catch (RuntimeException e) {
            finished.addAll(reports);
            throw e;
        }
        for (var report : reports) {
            turns--;
            failingTurns -= isFailing(report.turn()) ? 1 : 0;
        }
        reports.forEach(this::giveUpIfDead);
        return true;
    }

    private void giveUpIfDead(Report report) {
        var endpoint = report.turn().endpoint();
        if (report.health().isDead(clock.instant())
                && disableEndpoint.disable(new DisableEndpoint.Command(endpoint.organization(), endpoint.id()))) {
            LOG.log(Level.WARNING, "{0} of {1} has received nothing for {2} and is disabled", endpoint.id(), endpoint.organization(),
                    RetrySchedule.PATIENCE);
            watch.gaveUp();
        }
    }

    private record Range(OrganizationId organization, long from, long until, int limit) {}

    /** Endpoints of one organization usually read the same events, which are read and rendered once. */
    private boolean read() {
        var backlogs = deliveries.backlogs(clock.instant(), BATCH);
        var pages = new HashMap<Range, List<Event>>();
        var messages = new HashMap<Long, Message>();
        for (var backlog : backlogs) {
            var range = new Range(backlog.endpoint().organization(), backlog.position(), backlog.end(), Math.min(BATCH, backlog.room()));
            advance(backlog, pages.computeIfAbsent(range, this::page), range.limit(), messages);
        }
        return backlogs.size() == BATCH || pages.values().stream().anyMatch(page -> page.size() == BATCH);
    }

    private List<Event> page(Range range) {
        var topics = Arrays.stream(EventKind.values()).map(kind -> new Topic(range.organization(), kind)).toList();
        return events.read(topics, range.from(), range.until(), range.limit());
    }

    private void advance(Backlog backlog, List<Event> page, int limit, Map<Long, Message> messages) {
        var told = page.stream()
                .filter(event -> backlog.endpoint().receives(EventMessages.typeOf(event)))
                .filter(event -> backlog.replay().stream().allMatch(period -> period.contains(event.happenedAt())))
                .map(event -> messages.computeIfAbsent(
                        event.sequence(), none -> EventMessages.of(event, new MessageId(ids.next()), bodies)))
                .toList();
        long position = page.size() < limit ? backlog.end() : page.getLast().sequence() + 1;
        deliveries.advance(backlog, position, told, clock.instant());
    }

    private boolean claim() {
        int free = Math.min(BATCH, MAX_TURNS - turns);
        int claimed = claim(false, free);
        return claimed + claim(true, Math.min(free - claimed, MAX_FAILING_TURNS - failingTurns)) > 0;
    }

    private int claim(boolean failing, int limit) {
        if (limit <= 0) {
            return 0;
        }
        var claimed = deliveries.claim(ids.next(), clock.instant(), LEASE, failing, limit);
        claimed.forEach(this::begin);
        return claimed.size();
    }

    private static boolean isFailing(Turn turn) {
        return turn.health().failures() > 0;
    }

    private void begin(Turn turn) {
        turns++;
        failingTurns += isFailing(turn) ? 1 : 0;
        var due = turn.due();
        if (due.size() > 1 && requests.get() + due.size() > MAX_REQUESTS) {
            due = due.subList(0, 1);
        }
        if (due.isEmpty()) {
            finished.add(new Report(turn, turn.health(), clock.instant(), List.of()));
            return;
        }
        requests.addAndGet(due.size());
        var results = new AtomicReferenceArray<Result>(due.size());
        var open = new AtomicInteger(due.size());
        for (int i = 0; i < due.size(); i++) {
            int index = i;
            var delivery = due.get(i);
            senders.execute(() -> {
                results.set(index, attempt(turn.endpoint(), delivery));
                requests.decrementAndGet();
                if (open.decrementAndGet() == 0) {
                    finish(turn, IntStream.range(0, results.length()).mapToObj(results::get).toList());
                }
            });
        }
    }

    private void finish(Turn turn, List<Result> results) {
        var now = clock.instant();
        long delivered = results.stream().filter(result -> result.attempt().outcome() == AttemptOutcome.DELIVERED).count();
        var health = turn.health().after(Math.toIntExact(delivered), results.size(), now);
        finished.add(new Report(turn, health, now.plus(varied(health.pause())), results));
        LockSupport.unpark(thread);
    }

    private Duration varied(Duration pause) {
        return pause.multipliedBy(PERCENT + random.nextInt(VARIATION)).dividedBy(PERCENT);
    }

    private Result attempt(Endpoint endpoint, Delivery delivery) {
        var message = delivery.message();
        var sentAt = clock.instant();
        if (delivery.attempts() == 0) {
            watch.begun(Duration.between(message.happenedAt(), sentAt));
        }
        var id = new AttemptId(ids.next());
        var answer = send(endpoint, message, id, sentAt);
        var answeredAt = clock.instant();
        var latency = Duration.between(sentAt, answeredAt);
        var next = answer.outcome() == AttemptOutcome.DELIVERED
                ? Optional.<Instant>empty()
                : RetrySchedule.next(delivery.attempts() + 1, delivery.firstAttemptAt().orElse(sentAt), answeredAt, random);
        var attempt = new Attempt(
                id, message.id(), message.type(), sentAt, answer.outcome(), answer.status(), latency, answer.text(), next);
        watch.attempted(message, attempt);
        return new Result(delivery, attempt);
    }

    private Answer send(Endpoint endpoint, Message message, AttemptId attempt, Instant sentAt) {
        try {
            return courier.send(new Parcel(endpoint.terms().url(), headers(endpoint, message, attempt, sentAt), message.body(), TIMEOUT));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, message.id() + " cannot be sent to " + endpoint.id(), e);
            return new Answer(AttemptOutcome.UNREACHABLE, OptionalInt.empty(), "");
        }
    }

    /** Both names of each header: Svix's and those of Standard Webhooks. The attempt is a span in the trace of what the event is about. */
    private Map<String, String> headers(Endpoint endpoint, Message message, AttemptId attempt, Instant sentAt) {
        var signature = signature(endpoint.id(), endpoint.secret(), message, sentAt);
        var signatures = endpoint.formerSecretAt(sentAt)
                .map(former -> signature + " " + signature(endpoint.id(), former, message, sentAt))
                .orElse(signature);
        var headers = new LinkedHashMap<String, String>();
        for (var prefix : List.of("svix-", "webhook-")) {
            headers.put(prefix + "id", message.id().toString());
            headers.put(prefix + "timestamp", Long.toString(sentAt.getEpochSecond()));
            headers.put(prefix + "signature", signatures);
        }
        headers.put(Trace.HEADER, message.trace().parent(attempt.span()));
        return headers;
    }

    private String signature(EndpointId endpoint, SealedSecret secret, Message message, Instant sentAt) {
        return secrets.open(secret, endpoint).sign(message.id(), sentAt, message.body());
    }

    /** Begins nothing more, and records what has come back. The leases of the rest end by themselves. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
            report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last deliveries could not be recorded, and will be repeated", e);
        }
    }
}
