package dev.corridor.http.access;

import dev.corridor.application.access.CountRequest.Standing;
import dev.corridor.application.access.CountRequest.Usage;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import io.micronaut.http.MutableHttpHeaders;
import java.time.Duration;

/**
 * How the limits of a request stand, as draft-ietf-httpapi-ratelimit-headers-10 has it: {@code RateLimit-Policy: "rate";q=120;w=60} says how many
 * there are and in how many seconds, {@code RateLimit: "rate";r=119;t=1} how many are left and in how many seconds there will be more.
 */
final class RateLimitHeaders {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private RateLimitHeaders() {}

    static void write(Usage usage, MutableHttpHeaders headers) {
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
