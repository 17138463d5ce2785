package dev.corridor.memory;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events, numbered without gaps in the order of the decisions. */
final class InMemoryEvents implements Events {

    private final Memory memory;
    private final Map<Topic, Long> forgottenEvents = new HashMap<>();

    InMemoryEvents(Memory memory) {
        this.memory = memory;
    }

    @Override
    public long horizon() {
        synchronized (memory) {
            return memory.horizon;
        }
    }

    @Override
    public List<Event> read(Collection<Topic> topics, long from, long until, int limit) {
        synchronized (memory) {
            return memory.events.stream()
                    .filter(event -> topics.contains(event.topic()) && event.sequence() >= from && event.sequence() < until)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public long lastBefore(Topic topic, long sequence) {
        synchronized (memory) {
            return memory.events.reversed().stream()
                    .filter(event -> event.topic().equals(topic) && event.sequence() < sequence)
                    .mapToLong(Event::sequence)
                    .findFirst()
                    .orElseGet(() -> forgottenUntil(topic) < sequence ? forgottenUntil(topic) : 0);
        }
    }

    @Override
    public long forgottenUntil(Topic topic) {
        synchronized (memory) {
            return forgottenEvents.getOrDefault(topic, 0L);
        }
    }

    @Override
    public int forget(Instant before, int limit) {
        synchronized (memory) {
            var oldest = memory.events.stream().takeWhile(event -> happenedAt(event).isBefore(before)).limit(limit).toList();
            oldest.forEach(event -> forgottenEvents.put(event.topic(), event.sequence()));
            memory.events.removeAll(oldest);
            return oldest.size();
        }
    }

    private static Instant happenedAt(Event event) {
        return switch (event) {
            case TransactionEvent happened -> happened.transaction().updatedAt();
            case QuoteEvent happened -> happened.quote().terms().issuedAt();
        };
    }
}
