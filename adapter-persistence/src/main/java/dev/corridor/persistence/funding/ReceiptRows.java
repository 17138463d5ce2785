package dev.corridor.persistence.funding;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Assigned;
import dev.corridor.domain.funding.Receipt.Credit;
import dev.corridor.domain.funding.Receipt.Credited;
import dev.corridor.domain.funding.Receipt.Offset;
import dev.corridor.domain.funding.Receipt.Resolution;
import dev.corridor.domain.funding.Receipt.Returned;
import dev.corridor.domain.funding.Receipt.State;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps receipts to their table. */
public final class ReceiptRows implements RowMapper<Receipt> {

    static final String SELECT = """
            select receipt_id, rail, reference, asset, units, is_known, payer, payee, arrived_at, type, status, reason,
                organization_id, account_id, transaction_id, decided_by, evidence, recorded_at, updated_at, facts
            from receipts
            """;

    /** In the order of their ids, so that batches that share receipts cannot deadlock. */
    public static final Statement LOCK = Statement.of(
            SELECT + "where receipt_id = any(?) order by receipt_id for no key update", ArrayType.UUIDS);

    private static final BulkInsert.Definition<Receipt> COLUMNS = BulkInsert.<Receipt>into("receipts")
            .uuid("receipt_id", receipt -> receipt.id().uuid())
            .text("rail", receipt -> receipt.arrival().rail())
            .text("reference", receipt -> receipt.arrival().reference())
            .text("asset", receipt -> asset(receipt.arrival().value()))
            .numeric("units", receipt -> units(receipt.arrival().value()))
            .bool("is_known", receipt -> receipt.arrival().value() instanceof Value.Known)
            .text("payer", receipt -> receipt.arrival().payer())
            .text("payee", receipt -> receipt.arrival().payee())
            .timestamp("arrived_at", receipt -> receipt.arrival().arrivedAt())
            .text("type", receipt -> receipt.arrival().details().type().name())
            .texts("facts", receipt -> PayinFacts.of(receipt.arrival().details()))
            .text("status", receipt -> receipt.state().name())
            .text("reason", receipt -> reason(receipt).map(SuspenseReason::name).orElse(null))
            .uuid("organization_id", credit(credit -> credit.organization().uuid()))
            .uuid("account_id", credit(credit -> credit.account().uuid()))
            .uuid("transaction_id", credit(credit -> credit.transaction().uuid()))
            .text("decided_by", receipt -> resolution(receipt).map(Resolution::by).orElse(null))
            .text("evidence", receipt -> resolution(receipt).map(Resolution::evidence).orElse(null))
            .timestamp("recorded_at", Receipt::recordedAt)
            .timestamp("updated_at", Receipt::updatedAt);

    /** A duplicate key means that a race was lost, and the transaction must roll back. */
    private static final BulkInsert<Receipt> RECORDING = COLUMNS.build();

    public static final Statement RECORD = RECORDING.statement();

    private static final BulkInsert<Receipt> RECORDING_UNLESS_KNOWN = COLUMNS.onConflict("receipt_id", "do nothing");

    private static final BulkUpdate<Receipt> RESOLVING = BulkUpdate.<Receipt>with("receipt_resolutions_record")
            .uuid(receipt -> receipt.id().uuid())
            .text(receipt -> receipt.state().name())
            .uuid(credit(credit -> credit.organization().uuid()))
            .uuid(credit(credit -> credit.account().uuid()))
            .uuid(credit(credit -> credit.transaction().uuid()))
            .text(receipt -> resolution(receipt).map(Resolution::by).orElse(null))
            .text(receipt -> resolution(receipt).map(Resolution::evidence).orElse(null))
            .timestamp(Receipt::updatedAt)
            .build("""
                    update receipts
                    set status = resolved.status, organization_id = resolved.organization_id, account_id = resolved.account_id,
                        transaction_id = resolved.transaction_id, decided_by = resolved.decided_by, evidence = resolved.evidence,
                        updated_at = resolved.updated_at
                    from unnest(?) as resolved
                    where receipts.receipt_id = resolved.receipt_id and receipts.status = 'SUSPENDED'
                    """);

    public static final Statement RESOLVE = RESOLVING.statement();

    private final AssetCatalogue assets;

    public ReceiptRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Locks and reads those that exist. */
    public void lock(List<UUID> ids, Consumer<Receipt> found, Statements statements) {
        if (!ids.isEmpty()) {
            statements.query(LOCK, this, found, ArrayType.UUIDS.of(ids));
        }
    }

    /** Inserts receipts, which must be in the order of their ids. One that exists fails with a unique violation. */
    public static void record(List<Receipt> receipts, Statements statements) {
        RECORDING.record(receipts, statements);
    }

    /** Inserts a receipt, unless it exists. */
    static void recordUnlessKnown(Receipt receipt, Statements statements) {
        RECORDING_UNLESS_KNOWN.record(List.of(receipt), statements);
    }

    /** Ends what is suspended. */
    public static void resolve(List<Receipt> receipts, Statements statements) {
        RESOLVING.record(receipts, statements);
    }

    static String asset(Value value) {
        return switch (value) {
            case Value.Known known -> known.money().asset().code();
            case Value.Foreign foreign -> foreign.asset();
        };
    }

    static BigInteger units(Value value) {
        return switch (value) {
            case Value.Known known -> BigInteger.valueOf(known.money().units());
            case Value.Foreign foreign -> foreign.units();
        };
    }

    private static Optional<SuspenseReason> reason(Receipt receipt) {
        return switch (receipt) {
            case Credited credited -> Optional.empty();
            case Offset offset -> Optional.empty();
            case Suspended suspended -> Optional.of(suspended.reason());
            case Assigned assigned -> Optional.of(assigned.reason());
            case Returned returned -> Optional.of(returned.reason());
        };
    }

    private static Optional<Resolution> resolution(Receipt receipt) {
        return switch (receipt) {
            case Credited credited -> Optional.empty();
            case Offset offset -> Optional.empty();
            case Suspended suspended -> Optional.empty();
            case Assigned assigned -> Optional.of(assigned.resolution());
            case Returned returned -> Optional.of(returned.resolution());
        };
    }

    private static Function<Receipt, UUID> credit(Function<Credit, UUID> column) {
        return receipt -> receipt.credit().map(column).orElse(null);
    }

    @Override
    public Receipt map(ResultSet row, StatementContext context) throws SQLException {
        var arrival = new Arrival(
                row.getString("rail"),
                row.getString("reference"),
                value(row),
                row.getString("payer"),
                row.getString("payee"),
                instant(row, "arrived_at"),
                PayinFacts.details(TransactionType.valueOf(row.getString("type")), texts(row, "facts")));
        requireItsOwn(arrival.receipt(), row);
        var recordedAt = instant(row, "recorded_at");
        return switch (State.valueOf(row.getString("status"))) {
            case CREDITED -> new Credited(arrival, credit(row), recordedAt);
            case SUSPENDED -> new Suspended(arrival, reason(row), recordedAt);
            case ASSIGNED -> new Assigned(arrival, reason(row), recordedAt, credit(row), resolution(row));
            case RETURNED -> new Returned(arrival, reason(row), recordedAt, resolution(row));
            case OFFSET -> new Offset(arrival, recordedAt);
        };
    }

    /** The id is made of the rail and its reference, so another one would let the same arrival in again. */
    private static void requireItsOwn(ReceiptId id, ResultSet row) throws SQLException {
        if (!id.uuid().equals(uuid(row, "receipt_id"))) {
            throw new IllegalStateException("the receipt " + uuid(row, "receipt_id") + " is not that of its reference");
        }
    }

    private Value value(ResultSet row) throws SQLException {
        var units = row.getBigDecimal("units").toBigIntegerExact();
        var asset = row.getString("asset");
        return row.getBoolean("is_known")
                ? new Value.Known(Money.ofUnits(units.longValueExact(), assets.get(asset)))
                : new Value.Foreign(asset, units);
    }

    private static Credit credit(ResultSet row) throws SQLException {
        return new Credit(
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                new TransactionId(uuid(row, "transaction_id")));
    }

    private static SuspenseReason reason(ResultSet row) throws SQLException {
        return SuspenseReason.valueOf(row.getString("reason"));
    }

    private static Resolution resolution(ResultSet row) throws SQLException {
        return new Resolution(row.getString("decided_by"), row.getString("evidence"), instant(row, "updated_at"));
    }
}
