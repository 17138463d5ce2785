package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * What all nodes together let through. Each allowance is a row, which is locked while one is spent: so whoever has a limit is served one request
 * after the other at this point, and waits for the database each time. The nodes' clocks must agree about as closely as the limits are meant.
 */
public final class PostgresAllowances implements Allowances {

    /** A row that would be full again by now says no more than no row. It is kept a little longer, for clocks that disagree. */
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    public PostgresAllowances(DataSource dataSource, InstantSource clock) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("allowances")
                .idColumn("allowance")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(Buckets.meterOf(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    @Override
    public Spending spend(Allowance allowance) {
        return Buckets.spendOne(buckets.getProxy(nameOf(allowance), () -> Buckets.configuration(allowance.limit())));
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    /** Removes up to that many rows that say nothing any more, and tells how many they were. */
    public int removeExpired(int limit) {
        return buckets.removeExpired(limit);
    }

    /** The limit belongs to the name: where another limit is laid down, counting begins anew. */
    private static String nameOf(Allowance allowance) {
        var limit = switch (allowance.limit()) {
            case RateLimit rate -> rate.requests() + "/" + rate.period() + "/" + rate.burst();
            case MonthlyQuota quota -> quota.requests() + "/" + quota.month();
        };
        return allowance.policy() + " " + limit + " " + allowance.holder();
    }
}
