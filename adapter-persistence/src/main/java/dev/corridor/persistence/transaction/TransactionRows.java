package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.metadata;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.reference;
import static dev.corridor.persistence.ColumnTypes.textOrNull;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.Transaction.Returned;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.ColumnTypes;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import dev.corridor.persistence.funding.PayinFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Transactions as they stand in their table: the columns of the details they do not have are null. */
public final class TransactionRows implements RowMapper<Transaction> {

    public static final String SELECT = """
            select transaction_id, organization_id, account_id, type, status, asset, amount,
                quote_id, received_asset, received, fee, fee_fixed, fee_bps,
                beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban,
                reverses, returned_payout, decided_by, evidence, counter_account_id, debit, handle, sender_name,
                reference, description, tags, created_at, updated_at,
                (select reversal.transaction_id
                from transactions as reversal
                where reversal.reverses = transactions.transaction_id and reversal.organization_id = transactions.organization_id)
                as reversed_by,
                case when type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') then array(
                    select back.transaction_id from transactions as back
                    where back.returned_payout = transactions.transaction_id and back.organization_id = transactions.organization_id
                    order by back.created_at, back.transaction_id)
                end as returned_by,
                case when type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') then array(
                    select back.amount from transactions as back
                    where back.returned_payout = transactions.transaction_id and back.organization_id = transactions.organization_id
                    order by back.created_at, back.transaction_id)
                end as returned_amounts,
                case when type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') then array(
                    select (extract(epoch from back.created_at) * 1000)::bigint from transactions as back
                    where back.returned_payout = transactions.transaction_id and back.organization_id = transactions.organization_id
                    order by back.created_at, back.transaction_id)
                end as returned_at_millis,
                case when type in ('CRYPTO_PAYIN', 'FIAT_PAYIN') then (
                    select facts from receipts as receipt where receipt.transaction_id = transactions.transaction_id)
                end as facts,
            """
            + HoldRows.FACTS
            + ", "
            + ColumnTypes.SELECT_METADATA
            + """
            from transactions
            """;

    private static final BulkInsert<Transaction> RECORDING = BulkInsert.<Transaction>into("transactions")
            .uuid("transaction_id", transaction -> transaction.id().uuid())
            .uuid("organization_id", transaction -> transaction.organization().uuid())
            .uuid("account_id", transaction -> transaction.account().uuid())
            .text("type", transaction -> transaction.type().name())
            .text("status", transaction -> transaction.status().name())
            .text("asset", transaction -> transaction.amount().asset().code())
            .bigint("amount", transaction -> transaction.amount().units())
            .uuid("quote_id", of(Details.Trade.class, trade -> trade.quote().uuid()))
            .text("received_asset", of(Details.Trade.class, trade -> trade.received().asset().code()))
            .bigint("received", of(Details.Trade.class, trade -> trade.received().units()))
            .bigint("fee", TransactionRows::feeOrNull)
            .bigint("fee_fixed", of(Details.Payout.class, payout -> payout.fee().schedule().fixed().units()))
            .integer("fee_bps", of(Details.Payout.class, payout -> payout.fee().schedule().basisPoints()))
            .uuid("beneficiary_id", transaction -> transaction.beneficiary().map(BeneficiaryId::uuid).orElse(null))
            .text("chain", of(Details.CryptoPayout.class, payout -> payout.chain().name()))
            .text("to_address", of(Details.CryptoPayout.class, Details.CryptoPayout::toAddress))
            .text("tx_hash", of(Details.CryptoPayout.class, payout -> payout.txHash().orElse(null)))
            .text("method", of(Details.FiatPayout.class, payout -> payout.method().name()))
            .text("bank_name", of(Details.FiatPayout.class, Details.FiatPayout::bankName))
            .text("swift_code", of(Details.FiatPayout.class, Details.FiatPayout::swiftCode))
            .text("account_number", of(Details.FiatPayout.class, Details.FiatPayout::accountNumber))
            .text("iban", of(Details.FiatPayout.class, Details.FiatPayout::iban))
            .uuid("reverses", of(Details.Adjustment.class, adjustment -> adjustment.reverses().uuid()))
            .uuid("returned_payout", of(Details.PayoutReturn.class, back -> back.payout().uuid()))
            .text("decided_by", of(Details.Adjustment.class, Details.Adjustment::by))
            .text("evidence", TransactionRows::evidenceOrNull)
            .uuid("counter_account_id", TransactionRows::counterAccountOrNull)
            .uuid("debit", of(Details.IncomingTransfer.class, transfer -> transfer.debit().uuid()))
            .text("handle", TransactionRows::handleOrNull)
            .text("sender_name", of(Details.NetworkTransferIn.class, transfer -> transfer.senderName().orElse(null)))
            .text("reference", transaction -> textOrNull(transaction.memo().reference()))
            .text("description", transaction -> transaction.memo().description())
            .texts("tags", transaction -> transaction.memo().tags())
            .object("metadata", transaction -> transaction.memo().metadata())
            .timestamp("created_at", Transaction::createdAt)
            .timestamp("updated_at", Transaction::updatedAt)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private static final BulkUpdate<Transaction> CHANGING = BulkUpdate.<Transaction>with("transaction_changes_record")
            .uuid(transaction -> transaction.id().uuid())
            .uuid(transaction -> transaction.organization().uuid())
            .text(transaction -> transaction.status().name())
            .timestamp(Transaction::updatedAt)
            .build(Transaction::organization, """
                    update transactions
                    set status = changed.status, updated_at = changed.updated_at
                    from unnest(?) as changed
                    where transactions.transaction_id = changed.transaction_id and transactions.organization_id = changed.organization_id
                        and transactions.organization_id = any(?)
                        and (transactions.status, transactions.updated_at) is distinct from (changed.status, changed.updated_at)
                    """);

    public static final Statement CHANGE = CHANGING.statement();

    /** A column of one kind of details, null for others. */
    private static <D extends Details, V> Function<Transaction, V> of(Class<D> kind, Function<D, V> column) {
        return transaction -> kind.isInstance(transaction.details()) ? column.apply(kind.cast(transaction.details())) : null;
    }

    private static Long feeOrNull(Transaction transaction) {
        return switch (transaction.details()) {
            case Details.Trade trade -> trade.fee().units();
            case Details.Payout payout -> payout.fee().total().units();
            case Details.CryptoPayin payin -> null;
            case Details.FiatPayin payin -> null;
            case Details.PayoutReturn back -> null;
            case Details.Adjustment adjustment -> null;
            case Details.Transfer transfer -> null;
        };
    }

    private static UUID counterAccountOrNull(Transaction transaction) {
        return transaction.details() instanceof Details.TransferOut out
                ? out.to().uuid()
                : transaction.details() instanceof Details.TransferIn in ? in.from().uuid() : null;
    }

    private static String handleOrNull(Transaction transaction) {
        return transaction.details() instanceof Details.NetworkTransferOut out
                ? out.target().text()
                : transaction.details() instanceof Details.NetworkTransferIn in ? in.sender().text() : null;
    }

    private static String evidenceOrNull(Transaction transaction) {
        return switch (transaction.details()) {
            case Details.PayoutReturn back -> back.evidence();
            case Details.Adjustment adjustment -> adjustment.evidence();
            case Details.CryptoPayout payout -> null;
            case Details.FiatPayout payout -> null;
            case Details.Trade trade -> null;
            case Details.CryptoPayin payin -> null;
            case Details.FiatPayin payin -> null;
            case Details.Transfer transfer -> null;
        };
    }

    private final AssetCatalogue assets;

    public TransactionRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes new transactions. */
    public static void record(List<Transaction> transactions, Statements statements) {
        RECORDING.record(transactions, statements);
    }

    /**
     * Writes the new state of known transactions; what they move, and where to, never changes. That one has been reversed, or has come back, stands on the
     * other: it is not written again.
     */
    public static void change(List<Transaction> transactions, Statements statements) {
        CHANGING.record(transactions, statements);
    }

    @Override
    public Transaction map(ResultSet row, StatementContext context) throws SQLException {
        var amount = money(row, "amount", "asset", assets);
        return new Transaction(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                TransactionStatus.valueOf(row.getString("status")),
                amount,
                details(row, amount),
                new Memo(reference(row, Kind.TRANSACTION), row.getString("description"), texts(row, "tags"), metadata(row)),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                Optional.ofNullable(uuid(row, "reversed_by")).map(TransactionId::new),
                returns(row, amount.asset()),
                HoldRows.hold(row));
    }

    private Fee fee(ResultSet row, Money amount) throws SQLException {
        return new FeeSchedule(money(row, "fee_fixed", "asset", assets), row.getInt("fee_bps")).on(amount);
    }

    private static List<Returned> returns(ResultSet row, Asset asset) throws SQLException {
        if (row.getArray("returned_by") == null) {
            return List.of();
        }
        var ids = (UUID[]) row.getArray("returned_by").getArray();
        var amounts = (Long[]) row.getArray("returned_amounts").getArray();
        var moments = (Long[]) row.getArray("returned_at_millis").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Returned(new TransactionId(ids[i]), Money.ofUnits(amounts[i], asset), Instant.ofEpochMilli(moments[i])))
                .toList();
    }

    private Details details(ResultSet row, Money amount) throws SQLException {
        var type = TransactionType.valueOf(row.getString("type"));
        var returned = uuid(row, "returned_payout");
        if (returned != null) {
            return new Details.PayoutReturn(new TransactionId(returned), type, row.getString("evidence"));
        }
        return switch (type) {
            case TRADE ->
                new Details.Trade(
                        new QuoteId(uuid(row, "quote_id")),
                        money(row, "received", "received_asset", assets),
                        money(row, "fee", "asset", assets));
            case CRYPTO_PAYOUT ->
                new Details.CryptoPayout(
                        new BeneficiaryId(uuid(row, "beneficiary_id")),
                        ChainName.valueOf(row.getString("chain")),
                        row.getString("to_address"),
                        Optional.ofNullable(row.getString("tx_hash")),
                        fee(row, amount));
            case FIAT_PAYOUT ->
                new Details.FiatPayout(
                        new BeneficiaryId(uuid(row, "beneficiary_id")),
                        BankMethod.valueOf(row.getString("method")),
                        row.getString("bank_name"),
                        row.getString("swift_code"),
                        row.getString("account_number"),
                        row.getString("iban"),
                        fee(row, amount));
            case CRYPTO_PAYIN -> PayinFacts.cryptoPayin(row.getArray("facts") == null ? List.of() : texts(row, "facts"));
            case FIAT_PAYIN -> new Details.FiatPayin();
            case ADJUSTMENT ->
                new Details.Adjustment(
                        new TransactionId(uuid(row, "reverses")),
                        Objects.requireNonNullElse(row.getString("decided_by"), ""),
                        Objects.requireNonNullElse(row.getString("evidence"), ""));
            case TRANSFER -> transfer(row);
            case NXOSNET_TRANSFER -> networkTransfer(row);
            case COMMISSION -> throw new IllegalStateException("nothing makes a " + type);
        };
    }

    private static Details transfer(ResultSet row) throws SQLException {
        var other = new AccountId(uuid(row, "counter_account_id"));
        var debit = uuid(row, "debit");
        return debit == null ? new Details.TransferOut(other) : new Details.TransferIn(other, new TransactionId(debit));
    }

    private static Details networkTransfer(ResultSet row) throws SQLException {
        var handle = new NetworkHandle(row.getString("handle"));
        var debit = uuid(row, "debit");
        return debit == null
                ? new Details.NetworkTransferOut(new BeneficiaryId(uuid(row, "beneficiary_id")), handle)
                : new Details.NetworkTransferIn(new TransactionId(debit), handle, Optional.ofNullable(row.getString("sender_name")));
    }
}
