package dev.corridor.persistence.idempotency;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.ArrayType.Values;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Parts;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps idempotency records to their table. */
public final class IdempotencyRows implements RowMapper<IdempotencyRecord> {

    static final String TABLE = "idempotency_records";

    /** The key of a row but for its partition: a generic plan then reads one row for each key, and looks for it in each partition. */
    public static final Statement FIND = Statement.of("""
            select record.idempotency_key, record.organization_id, record.broker_organization_id, record.method, record.path, fingerprint, answer, answered_at
            from (select unnest(?) as request_hash, unnest(?) as organization_id) as named
            join idempotency_records as record
                on record.request_hash = named.request_hash and record.organization_id = named.organization_id
            where record.organization_id = any(?)
            """, ArrayType.UUIDS, ArrayType.UUIDS, ArrayType.UUIDS);

    /**
     * Into the partition that takes in. Without "on conflict": a duplicate key means that a race was lost, and the transaction must roll back. See
     * {@link PostgresExpiredAnswers} for those that race while another partition begins to take in.
     */
    private static final BulkInsert<IdempotencyRecord> RECORDING = BulkInsert.<IdempotencyRecord>into(TABLE)
            .given("part", Parts.takingIn(TABLE))
            .uuid("request_hash", answer -> RequestHash.of(answer.key()))
            .text("idempotency_key", answer -> answer.key().text())
            .uuid("organization_id", answer -> answer.key().organization().uuid())
            .uuid("broker_organization_id", answer -> answer.key().broker().map(OrganizationId::uuid).orElse(null))
            .text("method", answer -> answer.key().method())
            .text("path", answer -> answer.key().path())
            .text("fingerprint", answer -> answer.fingerprint().text())
            .text("answer", IdempotencyRecord::answer)
            .timestamp("answered_at", IdempotencyRecord::answeredAt)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    /** Compares the time too, so that an answer which replaced this one stays. */
    public static final Statement FORGET = Statement.of("""
            delete from idempotency_records as record
            using (select unnest(?) as request_hash, unnest(?) as organization_id, unnest(?) as answered_at) as forgotten
            where record.request_hash = forgotten.request_hash and record.organization_id = forgotten.organization_id
                and record.answered_at = forgotten.answered_at and record.organization_id = any(?)
            """, ArrayType.UUIDS, ArrayType.UUIDS, ArrayType.INSTANTS, ArrayType.UUIDS);

    public static final Statement TAKE_BACK = Statement.of("""
            delete from idempotency_records as record
            using (select unnest(?) as request_hash, unnest(?) as organization_id) as anew
            where record.request_hash = anew.request_hash and record.organization_id = anew.organization_id
                and record.organization_id = any(?)
            """, ArrayType.UUIDS, ArrayType.UUIDS, ArrayType.UUIDS);

    /** All writers lock in the same order, so they cannot deadlock. */
    private static final Comparator<IdempotencyRecord> LOCK_ORDER = Comparator.comparing(IdempotencyRecord::key,
            Comparator.comparing(IdempotencyKey::text)
                    .thenComparing(key -> key.organization().uuid())
                    .thenComparing(IdempotencyKey::method)
                    .thenComparing(IdempotencyKey::path)
                    .thenComparing(key -> key.broker().toString()));

    public void find(List<IdempotencyKey> keys, Consumer<IdempotencyRecord> found, Statements statements) {
        if (!keys.isEmpty()) {
            statements.query(FIND, this, found, columns(keys));
        }
    }

    /**
     * Inserts answers. A duplicate key fails with a unique violation.
     *
     * @param forgotten expired answers with the same keys, deleted first
     */
    public static void record(List<IdempotencyRecord> answers, List<IdempotencyRecord> forgotten, Statements statements) {
        if (!forgotten.isEmpty()) {
            var inOrder = forgotten.stream().sorted(LOCK_ORDER).toList();
            var times = ArrayType.INSTANTS.of(inOrder, IdempotencyRecord::answeredAt);
            statements.update(FORGET, columns(inOrder.stream().map(IdempotencyRecord::key).toList(), times));
        }
        RECORDING.record(answers.stream().sorted(LOCK_ORDER).toList(), statements);
    }

    /** Deletes answers, so that the requests can be repeated. */
    public static void forget(List<IdempotencyKey> keys, Statements statements) {
        if (!keys.isEmpty()) {
            statements.update(TAKE_BACK, columns(keys));
        }
    }

    private static Values[] columns(List<IdempotencyKey> keys, Values... further) {
        var names = Stream.of(ArrayType.UUIDS.of(keys, RequestHash::of), ArrayType.UUIDS.of(keys, key -> key.organization().uuid()));
        var organizations = Organizations.of(keys, IdempotencyKey::organization);
        return Stream.of(names, Stream.of(further), Stream.of(organizations)).flatMap(values -> values).toArray(Values[]::new);
    }

    @Override
    public IdempotencyRecord map(ResultSet row, StatementContext context) throws SQLException {
        var key = new IdempotencyKey(
                new OrganizationId(uuid(row, "organization_id")),
                Optional.ofNullable(uuid(row, "broker_organization_id")).map(OrganizationId::new),
                row.getString("idempotency_key"),
                row.getString("method"),
                row.getString("path"));
        return new IdempotencyRecord(key, new Fingerprint(row.getString("fingerprint")), row.getString("answer"), instant(row, "answered_at"));
    }
}
