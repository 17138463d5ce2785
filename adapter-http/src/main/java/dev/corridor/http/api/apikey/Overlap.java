package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.wire.Described;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** How long both secrets of a rotated key work: an ISO 8601 duration from zero to 30 days. */
final class Overlap implements Check<String>, Described {

    @Override
    public boolean accepts(String text) {
        try {
            var overlap = Duration.parse(text);
            return !overlap.isNegative() && overlap.compareTo(ApiKey.MAX_OVERLAP) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public String reason() {
        return "must be a duration from PT0S to P30D";
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("format", "duration");
    }
}
