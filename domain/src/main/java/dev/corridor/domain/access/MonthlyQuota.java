package dev.corridor.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The number of requests allowed in one calendar month (UTC). It resets only when the next month begins. */
public record MonthlyQuota(long requests, YearMonth month) implements Limit {

    public MonthlyQuota {
        if (requests < 1) {
            throw new IllegalArgumentException("a quota is at least one request");
        }
    }

    public static MonthlyQuota at(Instant now, long requests) {
        return new MonthlyQuota(requests, YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public long capacity() {
        return requests;
    }

    public Instant resetAt() {
        return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public Duration length() {
        return Duration.ofDays(month.lengthOfMonth());
    }
}
