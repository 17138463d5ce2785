package dev.corridor.memory;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Events, numbered without gaps in the order of the decisions. */
final class InMemoryEvents implements Events {

    private final Memory memory;
    private final Map<Topic, Forgotten> forgottenEvents = new HashMap<>();

    /** The topic's last deleted event. */
    private record Forgotten(long sequence, long number) {

        private static final Forgotten NOTHING = new Forgotten(0, 0);

        private Forgotten and(Event event) {
            return new Forgotten(event.sequence(), number + 1);
        }
    }

    InMemoryEvents(Memory memory) {
        this.memory = memory;
    }

    @Override
    public long horizon(OrganizationId organization) {
        synchronized (memory) {
            return memory.horizon;
        }
    }

    @Override
    public boolean areNumberedTogether() {
        return true;
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
    public long numberBefore(Topic topic, long until) {
        synchronized (memory) {
            return forgotten(topic).number + sequencesOf(topic).filter(sequence -> sequence < until).count();
        }
    }

    @Override
    public OptionalLong sequenceOf(Topic topic, long number, long until) {
        synchronized (memory) {
            var forgotten = forgotten(topic);
            if (number < forgotten.number) {
                return OptionalLong.empty();
            }
            return LongStream.concat(LongStream.of(forgotten.sequence), sequencesOf(topic))
                    .filter(sequence -> sequence < until)
                    .skip(number - forgotten.number)
                    .findFirst();
        }
    }

    private LongStream sequencesOf(Topic topic) {
        return memory.events.stream().filter(event -> event.topic().equals(topic)).mapToLong(Event::sequence);
    }

    private Forgotten forgotten(Topic topic) {
        return forgottenEvents.getOrDefault(topic, Forgotten.NOTHING);
    }

    @Override
    public long forgottenUntil(Topic topic) {
        synchronized (memory) {
            return forgotten(topic).sequence;
        }
    }

    @Override
    public void forget(Instant now, Duration kept) {
        synchronized (memory) {
            var oldest = memory.events.stream().takeWhile(event -> event.happenedAt().isBefore(now.minus(kept))).toList();
            oldest.forEach(event -> forgottenEvents.put(event.topic(), forgotten(event.topic()).and(event)));
            memory.events.removeAll(oldest);
        }
    }
}
