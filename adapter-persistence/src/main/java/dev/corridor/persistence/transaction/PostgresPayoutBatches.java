package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DueOrganizations;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.organization.ResidenceRows;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Batches of payouts, claimed by lease. */
public final class PostgresPayoutBatches implements PayoutBatches {

    private static final DueOrganizations DUE_ONES = new DueOrganizations(
            "payout_batches", "due_at <= :now and not " + ResidenceRows.isAway("payout_batches"), "due_at");

    private static final String CLAIM = """
            with due as materialized (
                select batch_id, organization_id
                from payout_batches
                where due_at <= :now and organization_id = any(:organizations) and not %s
                order by due_at, batch_id
                limit :limit
                for no key update skip locked
            )
            update payout_batches as batch
            set due_at = :until
            from due
            where batch.batch_id = due.batch_id and batch.organization_id = due.organization_id
                and batch.organization_id = any(:organizations)
            returning batch.batch_id, batch.organization_id, batch.maker
            """
            .formatted(ResidenceRows.isAway("payout_batches"));

    private static final String LEASE = """
            update payout_batches
            set due_at = :until
            where batch_id = :batch and organization_id = :organization and cancelled_at is null
            """;

    /** What was recorded first holds. */
    private static final String RECORD = """
            update payout_batch_items as item
            set is_decided = true, refusal_code = decided.code, refusal_message = decided.message
            from unnest(:numbers, :codes, :messages) as decided (number, code, message)
            where item.batch_id = :batch and item.organization_id = :organization and item.number = decided.number and not is_decided
            """;

    private static final String DUE = """
            update payout_batches set due_at = :until where batch_id = :batch and organization_id = :organization
            """;

    private final Jdbi jdbi;
    private final BatchScope scope;
    private final PayoutBatchRows rows;

    public PostgresPayoutBatches(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.scope = scope;
        this.rows = new PayoutBatchRows(assets);
    }

    @Override
    public Optional<PayoutBatch> find(OrganizationId organization, PayoutBatchId id) {
        return batches(organization).where("batch_id = :batch", "batch", id.uuid()).find(jdbi);
    }

    @Override
    public Page<PayoutBatch> page(OrganizationId organization, PageRequest<PayoutBatchId> request) {
        return batches(organization).page(jdbi, "batch_id", request, PayoutBatchId::uuid);
    }

    private TenantQuery<PayoutBatch> batches(OrganizationId organization) {
        return new TenantQuery<>(organization, PayoutBatchRows.SELECT, rows::batch);
    }

    @Override
    public Page<Item> items(OrganizationId organization, PayoutBatchId id, Optional<State> state, PageRequest<Integer> request) {
        var query = new TenantQuery<>(organization, "item.organization_id = :organization", PayoutBatchRows.SELECT_ITEMS, rows::item)
                .where("item.batch_id = :batch", "batch", id.uuid())
                .where("number > :after", "after", request.after().orElse(0));
        state.ifPresent(wanted -> query.where(PayoutBatchRows.STATE + " = :state", "state", wanted.name()));
        return Page.of(query.list(jdbi, "number\nlimit " + (request.limit() + 1)), request.limit());
    }

    @Override
    public List<Work> claim(Instant now, Duration lease, int limit) {
        return DUE_ONES.take(
                jdbi,
                scope,
                limit,
                query -> query.bind("now", now),
                CLAIM,
                claim -> claim.bind("until", now.plus(lease))
                        .map((row, context) -> new Work(
                                new OrganizationId(uuid(row, "organization_id")), new PayoutBatchId(uuid(row, "batch_id")), row.getString("maker")))
                        .list());
    }

    @Override
    public List<Item> next(Work work, Instant leasedUntil, int limit) {
        int leased = jdbi.withHandle(handle -> of(work, handle.createUpdate(LEASE)).bind("until", leasedUntil).execute());
        if (leased == 0) {
            return List.of();
        }
        return new TenantQuery<>(work.organization(), "item.organization_id = :organization", PayoutBatchRows.SELECT_ITEMS, rows::item)
                .where("item.batch_id = :batch", "batch", work.batch().uuid())
                .where("not is_decided")
                .list(jdbi, "number\nlimit " + limit);
    }

    @Override
    public void record(Work work, List<Decided> decided) {
        jdbi.useHandle(handle -> of(work, handle.createUpdate(RECORD))
                .bindArray("numbers", Integer.class, decided.stream().map(Decided::number).toList())
                .bindArray("codes", String.class, decided.stream().map(each -> each.refusal().map(Refusal::code).orElse(null)).toList())
                .bindArray("messages", String.class, decided.stream().map(each -> each.refusal().map(Refusal::message).orElse(null)).toList())
                .execute());
    }

    @Override
    public void postpone(Work work, Instant until) {
        jdbi.useHandle(handle -> of(work, handle.createUpdate(DUE)).bind("until", until).execute());
    }

    @Override
    public void finish(Work work) {
        jdbi.useHandle(handle -> of(work, handle.createUpdate(DUE)).bindNull("until", Types.TIMESTAMP_WITH_TIMEZONE).execute());
    }

    private static <T extends SqlStatement<T>> T of(Work work, T statement) {
        return statement.bind("batch", work.batch().uuid()).bind("organization", work.organization().uuid());
    }
}
