package dev.corridor.http.api.webhook;

import dev.corridor.domain.text.Check;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.http.edge.wire.Described;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Types of events, by name. */
final class EventTypes implements Check<List<String>>, Described {

    private static final List<String> NAMES = Arrays.stream(EventType.values()).map(EventType::toString).toList();

    @Override
    public boolean accepts(List<String> names) {
        return NAMES.containsAll(names);
    }

    @Override
    public String reason() {
        return "must be a list of " + String.join(", ", NAMES);
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("items", Map.of("enum", NAMES));
    }

    static Set<EventType> parse(List<String> names) {
        return names.stream().map(EventType::parse).collect(Collectors.toSet());
    }
}
