package dev.corridor.persistence.idempotency;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.persistence.Database;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Skips locked rows, so it never waits. */
public final class PostgresExpiredAnswers implements ExpiredAnswers {

    private static final String REMOVE = """
            with oldest as materialized (
                select idempotency_key, organization_id, method, path
                from idempotency_records
                where answered_at < :before
                order by answered_at
                limit :limit
                for update skip locked
            )
            delete from idempotency_records as record
            using oldest
            where record.idempotency_key = oldest.idempotency_key and record.organization_id = oldest.organization_id
                and record.method = oldest.method and record.path = oldest.path
            """;

    private final Jdbi jdbi;

    public PostgresExpiredAnswers(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public int remove(Instant before, int limit) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(REMOVE).bind("before", before).bind("limit", limit).execute());
    }
}
