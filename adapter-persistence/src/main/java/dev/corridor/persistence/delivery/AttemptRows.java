package dev.corridor.persistence.delivery;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.webhook.port.Deliveries.Report;
import dev.corridor.application.webhook.port.Deliveries.Result;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps attempts to their table. */
final class AttemptRows implements RowMapper<Attempt> {

    static final String SELECT = """
            select attempt_id, message_id, type, outcome, status, latency_millis, answer, attempted_at, next_attempt_at
            from webhook_attempts
            """;

    private record Made(Endpoint endpoint, Attempt attempt) {}

    private static final BulkInsert<Made> RECORDING = BulkInsert.<Made>into("webhook_attempts")
            .uuid("attempt_id", made -> made.attempt.id().uuid())
            .uuid("organization_id", made -> made.endpoint.organization().uuid())
            .uuid("endpoint_id", made -> made.endpoint.id().uuid())
            .uuid("message_id", made -> made.attempt.message().uuid())
            .text("type", made -> made.attempt.type().toString())
            .text("outcome", made -> made.attempt.outcome().name())
            .integer("status", made -> made.attempt.status().isPresent() ? made.attempt.status().getAsInt() : null)
            .integer("latency_millis", made -> Math.toIntExact(made.attempt.latency().toMillis()))
            .text("answer", made -> made.attempt.answer())
            .timestamp("attempted_at", made -> made.attempt.attemptedAt())
            .timestamp("next_attempt_at", made -> made.attempt.nextAttemptAt().orElse(null))
            .build();

    static void record(List<Report> reports, Pipeline pipeline) {
        var made = reports.stream()
                .flatMap(report -> report.results().stream().map(Result::attempt).map(attempt -> new Made(report.turn().endpoint(), attempt)))
                .toList();
        RECORDING.record(made, pipeline);
    }

    @Override
    public Attempt map(ResultSet row, StatementContext context) throws SQLException {
        return new Attempt(
                new AttemptId(uuid(row, "attempt_id")),
                new MessageId(uuid(row, "message_id")),
                EventType.parse(row.getString("type")),
                instant(row, "attempted_at"),
                AttemptOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("status", Integer.class)).map(OptionalInt::of).orElse(OptionalInt.empty()),
                Duration.ofMillis(row.getInt("latency_millis")),
                row.getString("answer"),
                optionalInstant(row, "next_attempt_at"));
    }
}
