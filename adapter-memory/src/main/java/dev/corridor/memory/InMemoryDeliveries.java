package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointHealth;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.Redelivery;
import dev.corridor.domain.webhook.Redelivery.OfMessage;
import dev.corridor.domain.webhook.Redelivery.OfPeriod;
import dev.corridor.domain.webhook.Redelivery.OfTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Under the lock of the memory, as all that is kept there. */
final class InMemoryDeliveries implements Deliveries {

    private final Memory memory;
    private final Map<MessageId, Message> messages = new HashMap<>();
    private final List<Made> attempts = new ArrayList<>();
    private final Map<EndpointId, Lane> lanes = new HashMap<>();

    InMemoryDeliveries(Memory memory) {
        this.memory = memory;
    }

    private record Made(EndpointId endpoint, OrganizationId organization, Attempt attempt) implements Owned {}

    private record Replay(Period period, long position, long end) {}

    /** What is known of one endpoint. */
    private static final class Lane {

        private final Map<MessageId, Item> items = new HashMap<>();
        private long cursor;
        private Optional<Replay> replay = Optional.empty();
        private EndpointHealth health = EndpointHealth.NEW;
        private Instant restingUntil = Instant.MIN;
        private Optional<UUID> lease = Optional.empty();
        private Instant leasedUntil = Instant.MIN;

        private boolean isFree(Instant now) {
            return !leasedUntil.isAfter(now) && !restingUntil.isAfter(now);
        }

        private Stream<Item> pending() {
            return items.values().stream().filter(Item::isPending).sorted(Comparator.comparingLong(item -> item.delivery.message().sequence()));
        }

        private List<Delivery> due(Instant now) {
            var subjects = new ArrayList<String>();
            return pending()
                    .filter(item -> isFirst(item.delivery.message().subject(), subjects))
                    .filter(item -> !item.nextAttemptAt.isAfter(now))
                    .map(Item::delivery)
                    .toList();
        }

        private static boolean isFirst(String subject, List<String> seen) {
            return !seen.contains(subject) && seen.add(subject);
        }

        private void send(Message message, Instant at) {
            var known = items.get(message.id());
            if (known == null || !known.isPending) {
                items.put(message.id(), new Item(new Delivery(message, 0, Optional.empty()), true, at, at));
            }
        }
    }

    private record Item(Delivery delivery, boolean isPending, Instant nextAttemptAt, Instant createdAt) {

        private Item hastened() {
            return new Item(delivery, isPending, isPending ? Instant.MIN : nextAttemptAt, createdAt);
        }

        private Item after(Attempt attempt) {
            var made = new Delivery(
                    delivery.message(), delivery.attempts() + 1, delivery.firstAttemptAt().or(() -> Optional.of(attempt.attemptedAt())));
            boolean isOver = attempt.outcome() == AttemptOutcome.DELIVERED || attempt.nextAttemptAt().isEmpty();
            return new Item(made, !isOver, attempt.nextAttemptAt().orElse(nextAttemptAt), createdAt);
        }
    }

    /** A new endpoint begins with the next event; one that was changed is tried at once. */
    void open(Collection<Endpoint> endpoints) {
        for (var endpoint : endpoints) {
            var known = lanes.get(endpoint.id());
            if (known == null) {
                var lane = new Lane();
                lane.cursor = memory.horizon;
                lanes.put(endpoint.id(), lane);
            } else {
                known.health = EndpointHealth.NEW;
                known.restingUntil = Instant.MIN;
            }
        }
    }

    void close(Collection<EndpointId> endpoints) {
        endpoints.forEach(lanes::remove);
    }

    void record(Redelivery redelivery) {
        var lane = lanes.get(redelivery.endpoint());
        lane.restingUntil = Instant.MIN;
        switch (redelivery) {
            case OfMessage again -> {
                lane.items.computeIfPresent(again.message(), (id, item) -> item.hastened());
                lane.send(messages.get(again.message()), Instant.MIN);
            }
            case OfTest test -> {
                messages.put(test.message().id(), test.message());
                lane.send(test.message(), Instant.MIN);
            }
            case OfPeriod replay -> {
                var period = new Period(replay.from(), replay.until());
                var sequences = memory.events.stream()
                        .filter(event -> event.topic().organization().equals(memory.endpoints.get(redelivery.endpoint()).organization()))
                        .filter(event -> period.contains(event.happenedAt()))
                        .mapToLong(Event::sequence)
                        .summaryStatistics();
                lane.replay = sequences.getCount() == 0
                        ? Optional.empty()
                        : Optional.of(new Replay(period, sequences.getMin(), sequences.getMax() + 1));
            }
        }
    }

    @Override
    public List<Backlog> backlogs(Instant now, int limit) {
        synchronized (memory) {
            return memory.endpoints.values().stream()
                    .filter(endpoint -> !endpoint.isDisabled() && lanes.get(endpoint.id()).isFree(now))
                    .flatMap(endpoint -> backlogs(endpoint, lanes.get(endpoint.id())))
                    .filter(backlog -> backlog.room() > 0)
                    .sorted(Comparator.comparingLong(Backlog::position))
                    .limit(limit)
                    .toList();
        }
    }

    private Stream<Backlog> backlogs(Endpoint endpoint, Lane lane) {
        int room = MAX_PENDING - Math.toIntExact(lane.pending().count());
        boolean hasNews = memory.events.stream()
                .anyMatch(event -> event.topic().organization().equals(endpoint.organization())
                        && event.sequence() >= lane.cursor
                        && event.sequence() < memory.horizon);
        var live = hasNews ? Stream.of(new Backlog(endpoint, Optional.empty(), lane.cursor, memory.horizon, room)) : Stream.<Backlog>empty();
        return Stream.concat(
                live,
                lane.replay.stream()
                        .map(replay -> new Backlog(endpoint, Optional.of(replay.period), replay.position, replay.end, room)));
    }

    @Override
    public boolean advance(Backlog backlog, long position, List<Message> told, Instant now) {
        synchronized (memory) {
            var lane = lanes.get(backlog.endpoint().id());
            if (lane == null || !isAt(lane, backlog)) {
                return false;
            }
            told.stream().sorted(Comparator.comparingLong(Message::sequence)).forEach(message -> lane.send(known(message), now));
            if (backlog.replay().isEmpty()) {
                lane.cursor = position;
            } else {
                lane.replay = position >= backlog.end()
                        ? Optional.empty()
                        : Optional.of(new Replay(backlog.replay().get(), position, backlog.end()));
            }
            return true;
        }
    }

    private static boolean isAt(Lane lane, Backlog backlog) {
        return backlog.replay().isEmpty()
                ? lane.cursor == backlog.position()
                : lane.replay.filter(replay -> replay.position == backlog.position()).isPresent();
    }

    private Message known(Message message) {
        var known = messages.values().stream()
                .filter(other -> other.organization().equals(message.organization()) && other.sequence() == message.sequence())
                .findAny()
                .orElse(message);
        messages.put(known.id(), known);
        return known;
    }

    @Override
    public List<Turn> claim(UUID lease, Instant now, Duration duration, boolean failing, int limit) {
        synchronized (memory) {
            var turns = new ArrayList<Turn>();
            for (var endpoint : memory.endpoints.values()) {
                var lane = lanes.get(endpoint.id());
                boolean isWaiting = !endpoint.isDisabled()
                        && lane.health.failures() > 0 == failing
                        && lane.isFree(now);
                var due = isWaiting ? lane.due(now) : List.<Delivery>of();
                if (!due.isEmpty() && turns.size() < limit) {
                    lane.lease = Optional.of(lease);
                    lane.leasedUntil = now.plus(duration);
                    turns.add(new Turn(endpoint, lease, lane.health, due.stream().limit(lane.health.window()).toList()));
                }
            }
            return turns;
        }
    }

    @Override
    public void report(List<Report> reports) {
        synchronized (memory) {
            reports.forEach(this::report);
        }
    }

    private void report(Report report) {
        var endpoint = report.turn().endpoint();
        var lane = lanes.get(endpoint.id());
        if (lane == null || !lane.lease.equals(Optional.of(report.turn().lease()))) {
            return;
        }
        for (var result : report.results()) {
            attempts.add(new Made(endpoint.id(), endpoint.organization(), result.attempt()));
            lane.items.computeIfPresent(result.attempt().message(), (id, item) -> item.after(result.attempt()));
        }
        lane.health = report.health();
        lane.restingUntil = report.resting();
        lane.lease = Optional.empty();
        lane.leasedUntil = Instant.MIN;
    }

    @Override
    public Page<Attempt> attempts(OrganizationId organization, EndpointId endpoint, PageRequest<AttemptId> request) {
        synchronized (memory) {
            var page = Memory.page(
                    organization, attempts, made -> made.endpoint.equals(endpoint), made -> made.attempt.id().uuid(), request.map(AttemptId::uuid));
            return new Page<>(page.items().stream().map(Made::attempt).toList(), page.hasMore());
        }
    }

    @Override
    public Optional<Message> message(OrganizationId organization, MessageId message) {
        synchronized (memory) {
            return Optional.ofNullable(messages.get(message)).filter(organization::owns);
        }
    }

    @Override
    public int forget(Instant before, int limit) {
        synchronized (memory) {
            var oldAttempts = attempts.stream().filter(made -> made.attempt.attemptedAt().isBefore(before)).limit(limit).toList();
            attempts.removeAll(oldAttempts);
            lanes.values().forEach(lane -> lane.items.values().removeIf(item -> !item.isPending && item.createdAt.isBefore(before)));
            var waiting = lanes.values().stream().flatMap(Lane::pending).map(item -> item.delivery.message().id()).toList();
            messages.values().removeIf(message -> message.happenedAt().isBefore(before.minus(LONGER)) && !waiting.contains(message.id()));
            return oldAttempts.size();
        }
    }
}
