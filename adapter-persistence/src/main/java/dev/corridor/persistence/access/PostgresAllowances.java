package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * Rate limits shared by all nodes. Each bucket is a row, locked while a token is taken, so requests of one holder queue here for a database
 * round trip each. The nodes' clocks must agree within the precision of the limits.
 */
public final class PostgresAllowances implements Allowances {

    /** A full bucket needs no row. It is kept a little longer, in case the nodes' clocks disagree. */
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
        return Buckets.spendOne(bucketOf(allowance));
    }

    @Override
    public Duration untilNext(Allowance allowance) {
        return Buckets.untilNext(bucketOf(allowance));
    }

    private Bucket bucketOf(Allowance allowance) {
        return buckets.getProxy(nameOf(allowance), () -> Buckets.configuration(allowance.limit()));
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    /** Deletes up to {@code limit} full buckets and returns their number. */
    public int removeExpired(int limit) {
        return buckets.removeExpired(limit);
    }

    /** Contains the limit, so a changed limit starts with a new bucket. */
    private static String nameOf(Allowance allowance) {
        var limit = switch (allowance.limit()) {
            case RateLimit rate -> rate.requests() + "/" + rate.period() + "/" + rate.burst();
            case MonthlyQuota quota -> quota.requests() + "/" + quota.month();
        };
        return allowance.policy() + " " + limit + " " + allowance.holder();
    }
}
