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
                select request_hash, organization_id
                from idempotency_records
                where answered_at < :before
                order by answered_at
                limit :limit
                for update skip locked
            )
            delete from idempotency_records as record
            using oldest
            where record.request_hash = oldest.request_hash and record.organization_id = oldest.organization_id
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
