package dev.corridor.http.access;

import dev.corridor.application.access.CountRequest.Standing;
import dev.corridor.application.access.CountRequest.Usage;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;

/**
 * Reports the limits on each response to a limited caller, by draft-ietf-httpapi-ratelimit-headers-10:
 * {@code RateLimit-Policy: "rate";q=120;w=60} is the quota and its window in seconds; {@code RateLimit: "rate";r=119;t=1} is what remains
 * and the seconds until more is available.
 *
 * <p>Beside them NexusGlass's, in its dialect: of the limit that has the fewest requests left, with the Unix time in place of the seconds. Source: the
 * NexusGlass contract, "Rate limits".
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RequestCheck.AROUND)
final class RateLimitHeaders {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";
    private static final String NEXUSGLASS = "X-RateLimit-";

    private static final String ATTRIBUTE = Usage.class.getName();

    private final Dialects dialects;
    private final InstantSource clock;

    RateLimitHeaders(Dialects dialects, InstantSource clock) {
        this.dialects = dialects;
        this.clock = clock;
    }

    static void remember(HttpRequest<?> request, Usage usage) {
        request.setAttribute(ATTRIBUTE, usage);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Usage.class).ifPresent(usage -> {
            write(usage, response.getHeaders());
            if (dialects.speaksNexusGlass(request)) {
                writeNexusGlass(usage, response.getHeaders());
            }
        });
    }

    private static void write(Usage usage, MutableHttpHeaders headers) {
        var policies = new StringBuilder();
        var limits = new StringBuilder();
        for (var standing : usage.standings()) {
            begin(policies, standing)
                    .append(";q=")
                    .append(standing.limit().capacity())
                    .append(";w=")
                    .append(window(standing.limit()).toSeconds());
            begin(limits, standing).append(";r=").append(standing.remaining()).append(";t=").append(secondsUp(standing.until()));
        }
        headers.set(POLICY, policies.toString());
        headers.set(LIMIT, limits.toString());
    }

    private void writeNexusGlass(Usage usage, MutableHttpHeaders headers) {
        var scarcest = usage.standings().stream().min(Comparator.comparingLong(Standing::remaining)).orElseThrow();
        headers.set(NEXUSGLASS + "Limit", String.valueOf(scarcest.limit().capacity()));
        headers.set(NEXUSGLASS + "Remaining", String.valueOf(scarcest.remaining()));
        var reset = Duration.ofMillis(clock.millis()).plus(scarcest.until());
        headers.set(NEXUSGLASS + "Reset", String.valueOf(secondsUp(reset)));
    }

    private static StringBuilder begin(StringBuilder list, Standing standing) {
        return list.append(list.isEmpty() ? "\"" : ", \"").append(standing.policy()).append('"');
    }

    private static Duration window(Limit limit) {
        return switch (limit) {
            case RateLimit rate -> rate.window();
            case MonthlyQuota quota -> quota.length();
        };
    }

    private static long secondsUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
