package dev.corridor.persistence.journal;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DayPartitions;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Ids carry the time, so the newest rows lie side by side in the index, and a day's in one partition. */
public final class PostgresRequestRecords implements RequestRecords {

    private static final String SELECT = """
            select request_id, organization_id, caller, method, route, status, code, outcome, duration_millis, answered_at
            from requests
            """;

    private static final BulkInsert<RequestRecord> ADDING = BulkInsert.<RequestRecord>into("requests")
            .uuid("request_id", request -> request.id().uuid())
            .uuid("organization_id", request -> request.organization().uuid())
            .text("caller", RequestRecord::caller)
            .text("method", RequestRecord::method)
            .text("route", RequestRecord::route)
            .integer("status", RequestRecord::status)
            .text("code", request -> request.code().orElse(null))
            .text("outcome", request -> request.outcome().orElse(null))
            .bigint("duration_millis", request -> request.duration().toMillis())
            .timestamp("answered_at", RequestRecord::at)
            .onConflict("request_id, organization_id", "do nothing");

    private final Jdbi jdbi;
    private final Jdbi ofRequests;
    private final DayPartitions days;

    public PostgresRequestRecords(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
        this.days = new DayPartitions(jdbi, "requests");
        this.ofRequests = Database.forRequestsOn(dataSource);
    }

    @Override
    public void add(List<RequestRecord> requests) {
        days.prepare(requests.stream().map(request -> TimeOrderedUuid.timeOf(request.id().uuid())));
        var pipeline = new Pipeline();
        ADDING.record(requests, pipeline);
        jdbi.useTransaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            pipeline.run(handle);
        });
    }

    @Override
    public Optional<RequestRecord> find(OrganizationId organization, RequestId id) {
        return new TenantQuery<>(organization, SELECT, PostgresRequestRecords::map).where("request_id = :id", "id", id.uuid()).find(ofRequests);
    }

    @Override
    public boolean removeOldestDay(Instant before) {
        return days.oldestBefore(before).map(days::drop).orElse(false);
    }

    private static RequestRecord map(ResultSet row, StatementContext context) throws SQLException {
        return new RequestRecord(
                new RequestId(uuid(row, "request_id")),
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("caller"),
                row.getString("method"),
                row.getString("route"),
                row.getInt("status"),
                Optional.ofNullable(row.getString("code")),
                Optional.ofNullable(row.getString("outcome")),
                Duration.ofMillis(row.getLong("duration_millis")),
                instant(row, "answered_at"));
    }
}
