package dev.corridor.persistence.idempotency;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.Remembered;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Answers as they stand in their table. */
public final class RememberedRows implements RowMapper<Remembered> {

    /** A join, which looks each key up as a whole: a client may give the same key to any number of paths. */
    private static final String FIND =
            """
            select record.idempotency_key, record.organization_id, record.method, record.path, fingerprint, answer, answered_at
            from unnest(:named.key, :named.organization, :named.method, :named.path)
                as named (idempotency_key, organization_id, method, path)
            join idempotency_records as record on record.idempotency_key = named.idempotency_key
                and record.organization_id = named.organization_id and record.method = named.method and record.path = named.path
            """;

    /** Not "on conflict": whoever finds the key taken has lost a race, and must not keep the effect of its request either. */
    private static final String RECORD =
            """
            insert into idempotency_records (idempotency_key, organization_id, method, path, fingerprint, answer, answered_at)
            select *
            from unnest(:answers.key, :answers.organization, :answers.method, :answers.path, :answers.fingerprint, :answers.answer,
                :answers.answeredAt)
            """;

    /** By its moment too: what somebody else has put in its place stays. */
    private static final String FORGET =
            """
            delete from idempotency_records as record
            using unnest(:forgotten.key, :forgotten.organization, :forgotten.method, :forgotten.path, :forgotten.answeredAt)
                as forgotten (idempotency_key, organization_id, method, path, answered_at)
            where record.idempotency_key = forgotten.idempotency_key and record.organization_id = forgotten.organization_id
                and record.method = forgotten.method and record.path = forgotten.path
                and record.answered_at = forgotten.answered_at
            """;

    /** One order for everybody: whoever waits for another's key holds no later one that the other could be waiting for. */
    private static final Comparator<Remembered> LOCK_ORDER = Comparator.comparing(Remembered::key, Comparator.comparing(IdempotencyKey::text)
            .thenComparing(key -> key.organization().uuid())
            .thenComparing(IdempotencyKey::method)
            .thenComparing(IdempotencyKey::path));

    /** Looks for the answers to requests. */
    public void find(List<IdempotencyKey> keys, Consumer<Remembered> found, Pipeline pipeline) {
        pipeline.bind("named.key", String.class, keys, IdempotencyKey::text)
                .bind("named.organization", UUID.class, keys, key -> key.organization().uuid())
                .bind("named.method", String.class, keys, IdempotencyKey::method)
                .bind("named.path", String.class, keys, IdempotencyKey::path)
                .query(FIND, this, found);
    }

    /**
     * Writes new answers. A key that is taken is a unique violation.
     *
     * @param forgotten the old answers whose place they take
     */
    public static void record(List<Remembered> answers, List<Remembered> forgotten, Pipeline pipeline) {
        pipeline.update(FORGET, forgotten.stream().sorted(LOCK_ORDER).toList())
                .bind("forgotten.key", String.class, answer -> answer.key().text())
                .bind("forgotten.organization", UUID.class, answer -> answer.key().organization().uuid())
                .bind("forgotten.method", String.class, answer -> answer.key().method())
                .bind("forgotten.path", String.class, answer -> answer.key().path())
                .bind("forgotten.answeredAt", Instant.class, Remembered::answeredAt);
        pipeline.update(RECORD, answers.stream().sorted(LOCK_ORDER).toList())
                .bind("answers.key", String.class, answer -> answer.key().text())
                .bind("answers.organization", UUID.class, answer -> answer.key().organization().uuid())
                .bind("answers.method", String.class, answer -> answer.key().method())
                .bind("answers.path", String.class, answer -> answer.key().path())
                .bind("answers.fingerprint", String.class, answer -> answer.fingerprint().text())
                .bind("answers.answer", String.class, Remembered::answer)
                .bind("answers.answeredAt", Instant.class, Remembered::answeredAt);
    }

    /** Takes answers back, so that the requests can be sent anew. */
    public static void forget(List<IdempotencyKey> keys, Pipeline pipeline) {
        var delete =
                """
                delete from idempotency_records as record
                using unnest(:anew.key, :anew.organization, :anew.method, :anew.path)
                    as anew (idempotency_key, organization_id, method, path)
                where record.idempotency_key = anew.idempotency_key and record.organization_id = anew.organization_id
                    and record.method = anew.method and record.path = anew.path
                """;
        pipeline.update(delete, keys)
                .bind("anew.key", String.class, IdempotencyKey::text)
                .bind("anew.organization", UUID.class, key -> key.organization().uuid())
                .bind("anew.method", String.class, IdempotencyKey::method)
                .bind("anew.path", String.class, IdempotencyKey::path);
    }

    @Override
    public Remembered map(ResultSet row, StatementContext context) throws SQLException {
        var key = new IdempotencyKey(
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("idempotency_key"),
                row.getString("method"),
                row.getString("path"));
        return new Remembered(key, new Fingerprint(row.getString("fingerprint")), row.getString("answer"), instant(row, "answered_at"));
    }
}
