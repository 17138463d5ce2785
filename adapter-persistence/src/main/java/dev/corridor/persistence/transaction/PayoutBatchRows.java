package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.metadata;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.reference;
import static dev.corridor.persistence.ColumnTypes.textOrNull;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.registry.OpenRegistry.NewBatch;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.ColumnTypes;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.StatementContext;

/** Batches of payouts and their items as they stand in their tables. */
public final class PayoutBatchRows {

    /** What has become of an item: its payout was accepted if its transaction exists. */
    static final String STATE = """
            case
                when exists (
                    select from transactions
                    where transactions.transaction_id = item.transaction_id and transactions.organization_id = item.organization_id)
                then 'SUBMITTED'
                when item.refusal_code is not null then 'REFUSED'
                when batch.cancelled_at is not null then 'CANCELLED'
                else 'PENDING'
            end
            """;

    static final String SELECT = """
            select batch_id, organization_id, maker, created_at, cancelled_at,
                array(select state || ' ' || count(*) from (
                    select %s as state
                    from payout_batch_items as item
                    where item.batch_id = batch.batch_id and item.organization_id = batch.organization_id) as states
                group by state) as counts
            from payout_batches as batch
            """.formatted(STATE);

    static final String SELECT_ITEMS = """
            select number, item.transaction_id, account_id, beneficiary_id, asset, amount, method, chain, fee_fixed, fee_bps, execute_at, reference,
                description, tags, refusal_code, refusal_message, item.organization_id, %s as state, %s
            from payout_batch_items as item
            join payout_batches as batch using (batch_id, organization_id)
            """.formatted(STATE, ColumnTypes.SELECT_METADATA);

    private static final BulkInsert<PayoutBatch> BATCHES = BulkInsert.<PayoutBatch>into("payout_batches")
            .uuid("batch_id", batch -> batch.id().uuid())
            .uuid("organization_id", batch -> batch.organization().uuid())
            .text("maker", PayoutBatch::maker)
            .timestamp("created_at", PayoutBatch::createdAt)
            .timestamp("due_at", PayoutBatch::createdAt)
            .build();

    private static final BulkInsert<OfBatch> ITEMS = BulkInsert.<OfBatch>into("payout_batch_items")
            .uuid("batch_id", item -> item.batch.id().uuid())
            .uuid("organization_id", item -> item.batch.organization().uuid())
            .integer("number", item -> item.item.number())
            .uuid("transaction_id", item -> item.item.transaction().uuid())
            .uuid("account_id", of(order -> order.account().uuid()))
            .uuid("beneficiary_id", of(order -> order.beneficiary().uuid()))
            .text("asset", of(order -> order.amount().asset().code()))
            .bigint("amount", of(order -> order.amount().units()))
            .text("method", of(order -> order.way() instanceof Way.OverBank bank ? bank.method().name() : null))
            .text("chain", of(order -> order.way() instanceof Way.OverChain chain ? chain.chain().name() : null))
            .bigint("fee_fixed", of(order -> order.expectedFee().map(fee -> fee.fixed().units()).orElse(null)))
            .integer("fee_bps", of(order -> order.expectedFee().map(FeeSchedule::basisPoints).orElse(null)))
            .timestamp("execute_at", of(order -> order.executeAt().orElse(null)))
            .text("reference", of(order -> textOrNull(order.memo().reference())))
            .text("description", of(order -> order.memo().description()))
            .texts("tags", of(order -> order.memo().tags()))
            .object("metadata", of(order -> order.memo().metadata()))
            .build();

    /** Who was first holds. */
    private static final String CANCEL = """
            update payout_batches as batch
            set cancelled_at = cancelled.at
            from (select unnest(?) as batch_id, unnest(?) as organization_id, unnest(?) as at) as cancelled
            where batch.batch_id = cancelled.batch_id and batch.organization_id = cancelled.organization_id
                and batch.organization_id = any(?) and cancelled_at is null
            """;

    private record OfBatch(PayoutBatch batch, Item item) {}

    private static <V> Function<OfBatch, V> of(Function<PayoutOrder, V> column) {
        return item -> column.apply(item.item.order());
    }

    private final AssetCatalogue assets;

    PayoutBatchRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes batches that were handed in, each with its items. */
    public static void record(List<NewBatch> added, Pipeline pipeline) {
        BATCHES.record(added.stream().map(NewBatch::batch).toList(), pipeline);
        ITEMS.record(
                added.stream().flatMap(each -> each.items().stream().map(item -> new OfBatch(each.batch(), item))).toList(), pipeline);
    }

    public static void cancel(List<PayoutBatch> cancelled, Pipeline pipeline) {
        if (!cancelled.isEmpty()) {
            pipeline.update(
                    CANCEL,
                    ArrayType.UUIDS.of(cancelled, batch -> batch.id().uuid()),
                    ArrayType.UUIDS.of(cancelled, batch -> batch.organization().uuid()),
                    ArrayType.INSTANTS.of(cancelled, batch -> batch.cancelledAt().orElseThrow()),
                    Organizations.of(cancelled, PayoutBatch::organization));
        }
    }

    PayoutBatch batch(ResultSet row, StatementContext context) throws SQLException {
        return new PayoutBatch(
                new PayoutBatchId(uuid(row, "batch_id")),
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("maker"),
                counts(texts(row, "counts")),
                instant(row, "created_at"),
                optionalInstant(row, "cancelled_at"));
    }

    /** Each as {@code PENDING 7}. */
    private static Map<State, Integer> counts(List<String> rows) {
        var counts = new EnumMap<State, Integer>(State.class);
        for (var row : rows) {
            var columns = row.split(" ");
            counts.put(State.valueOf(columns[0]), Integer.valueOf(columns[1]));
        }
        return counts;
    }

    Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Item(
                row.getInt("number"),
                new TransactionId(uuid(row, "transaction_id")),
                order(row),
                State.valueOf(row.getString("state")),
                refusal(row));
    }

    private static Optional<Refusal> refusal(ResultSet row) throws SQLException {
        var message = row.getString("refusal_message");
        return Optional.ofNullable(row.getString("refusal_code")).map(code -> new Refusal(code, message));
    }

    private PayoutOrder order(ResultSet row) throws SQLException {
        var chain = row.getString("chain");
        return new PayoutOrder(
                new AccountId(uuid(row, "account_id")),
                new BeneficiaryId(uuid(row, "beneficiary_id")),
                money(row, "amount", "asset", assets),
                chain == null ? new Way.OverBank(BankMethod.valueOf(row.getString("method"))) : new Way.OverChain(ChainName.valueOf(chain)),
                row.getObject("fee_bps") == null
                        ? Optional.empty()
                        : Optional.of(new FeeSchedule(money(row, "fee_fixed", "asset", assets), row.getInt("fee_bps"))),
                optionalInstant(row, "execute_at"),
                new Memo(reference(row, Reference.Kind.TRANSACTION), row.getString("description"), texts(row, "tags"), metadata(row)));
    }
}
