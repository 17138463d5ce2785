package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.literal;
import static dev.corridor.persistence.Columns.metadata;
import static dev.corridor.persistence.Columns.money;
import static dev.corridor.persistence.Columns.texts;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.persistence.Columns;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Transactions as they stand in their table: the columns of the details they do not have are null. */
public final class TransactionRows implements RowMapper<Transaction> {

    public static final String SELECT =
            """
            select transaction_id, organization_id, account_id, type, status, asset, amount,
                quote_id, received_asset, received, fee,
                beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban,
                reverses, description, tags, created_at, updated_at,
                (select reversal.transaction_id
                from transactions as reversal
                where reversal.reverses = transactions.transaction_id and reversal.organization_id = transactions.organization_id)
                as reversed_by,
            """
                    + Columns.SELECT_METADATA
                    + """
            from transactions
            """;

    private static final String RECORD =
            """
            insert into transactions
                (transaction_id, organization_id, account_id, type, status, asset, amount,
                quote_id, received_asset, received, fee,
                beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban,
                reverses, description, created_at, updated_at, tags, metadata)
            select transaction_id, organization_id, account_id, type, status, asset, amount,
                quote_id, received_asset, received, fee,
                beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban,
                reverses, description, created_at, updated_at, tags::text[], jsonb_object(metadata_keys::text[], metadata_values::text[])
            from unnest(:transactions.id, :transactions.organization, :transactions.account, :transactions.type,
                :transactions.status, :transactions.asset, :transactions.amount,
                :transactions.quote, :transactions.receivedAsset, :transactions.received, :transactions.fee,
                :transactions.beneficiary, :transactions.chain, :transactions.toAddress, :transactions.txHash,
                :transactions.method, :transactions.bankName, :transactions.swiftCode, :transactions.accountNumber,
                :transactions.iban, :transactions.reverses, :transactions.description, :transactions.createdAt, :transactions.updatedAt,
                :transactions.tags, :transactions.metadataKeys, :transactions.metadataValues)
                as recorded (transaction_id, organization_id, account_id, type, status, asset, amount,
                quote_id, received_asset, received, fee,
                beneficiary_id, chain, to_address, tx_hash, method, bank_name, swift_code, account_number, iban,
                reverses, description, created_at, updated_at, tags, metadata_keys, metadata_values)
            on conflict (transaction_id, organization_id)
            do update set status = excluded.status, updated_at = excluded.updated_at
            where (transactions.status, transactions.updated_at) is distinct from (excluded.status, excluded.updated_at)
            """;

    private final AssetCatalogue assets;

    public TransactionRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /**
     * Writes new transactions, and the new state of known ones; what they move, and where to, never changes. That one has been reversed
     * stands on the other: it is not written again.
     */
    public static void record(List<Transaction> transactions, Pipeline pipeline) {
        var rows = transactions.stream().map(Row::of).toList();
        pipeline.update(RECORD, rows)
                .bind("transactions.id", UUID.class, row -> row.transaction().id().uuid())
                .bind("transactions.organization", UUID.class, row -> row.transaction().organization().uuid())
                .bind("transactions.account", UUID.class, row -> row.transaction().account().uuid())
                .bind("transactions.type", String.class, row -> row.transaction().type().name())
                .bind("transactions.status", String.class, row -> row.transaction().status().name())
                .bind("transactions.asset", String.class, row -> row.transaction().amount().asset().code())
                .bind("transactions.amount", Long.class, row -> row.transaction().amount().units())
                .bind("transactions.quote", UUID.class, Row::quote)
                .bind("transactions.receivedAsset", String.class, Row::receivedAsset)
                .bind("transactions.received", Long.class, Row::received)
                .bind("transactions.fee", Long.class, Row::fee)
                .bind("transactions.beneficiary", UUID.class, Row::beneficiary)
                .bind("transactions.chain", String.class, Row::chain)
                .bind("transactions.toAddress", String.class, Row::toAddress)
                .bind("transactions.txHash", String.class, Row::txHash)
                .bind("transactions.method", String.class, Row::method)
                .bind("transactions.bankName", String.class, Row::bankName)
                .bind("transactions.swiftCode", String.class, Row::swiftCode)
                .bind("transactions.accountNumber", String.class, Row::accountNumber)
                .bind("transactions.iban", String.class, Row::iban)
                .bind("transactions.reverses", UUID.class, Row::reverses)
                .bind("transactions.description", String.class, row -> row.transaction().memo().description())
                .bind("transactions.createdAt", Instant.class, row -> row.transaction().createdAt())
                .bind("transactions.updatedAt", Instant.class, row -> row.transaction().updatedAt())
                .bind("transactions.tags", String.class, row -> literal(row.transaction().memo().tags()))
                .bind("transactions.metadataKeys", String.class, row -> literal(row.transaction().memo().metadata().keySet()))
                .bind("transactions.metadataValues", String.class, row -> literal(row.transaction().memo().metadata().values()));
    }

    /** A transaction with its details spread over the columns. */
    private record Row(
            Transaction transaction,
            UUID quote,
            String receivedAsset,
            Long received,
            Long fee,
            UUID beneficiary,
            String chain,
            String toAddress,
            String txHash,
            String method,
            String bankName,
            String swiftCode,
            String accountNumber,
            String iban,
            UUID reverses) {

        static Row of(Transaction transaction) {
            return switch (transaction.details()) {
                case Details.Trade trade ->
                    new Row(
                            transaction,
                            trade.quote().uuid(),
                            trade.received().asset().code(),
                            trade.received().units(),
                            trade.fee().units(),
                            null, null, null, null, null, null, null, null, null, null);
                case Details.CryptoPayout payout ->
                    new Row(
                            transaction,
                            null, null, null, null,
                            payout.beneficiary().uuid(),
                            payout.chain().name(),
                            payout.toAddress(),
                            payout.txHash(),
                            null, null, null, null, null, null);
                case Details.FiatPayout payout ->
                    new Row(
                            transaction,
                            null, null, null, null,
                            payout.beneficiary().uuid(),
                            null, null, null,
                            payout.method().name(),
                            payout.bankName(),
                            payout.swiftCode(),
                            payout.accountNumber(),
                            payout.iban(),
                            null);
                case Details.CryptoPayin payin -> reversing(null, transaction);
                case Details.FiatPayin payin -> reversing(null, transaction);
                case Details.Adjustment adjustment -> reversing(adjustment.reverses().uuid(), transaction);
            };
        }

        private static Row reversing(UUID reverses, Transaction transaction) {
            return new Row(transaction, null, null, null, null, null, null, null, null, null, null, null, null, null, reverses);
        }
    }

    @Override
    public Transaction map(ResultSet row, StatementContext context) throws SQLException {
        return new Transaction(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                TransactionStatus.valueOf(row.getString("status")),
                money(row, "amount", "asset", assets),
                details(row),
                new Memo(row.getString("description"), texts(row, "tags"), metadata(row)),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                Optional.ofNullable(uuid(row, "reversed_by")).map(TransactionId::new));
    }

    private Details details(ResultSet row) throws SQLException {
        return switch (TransactionType.valueOf(row.getString("type"))) {
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
                        row.getString("tx_hash"));
            case FIAT_PAYOUT ->
                new Details.FiatPayout(
                        new BeneficiaryId(uuid(row, "beneficiary_id")),
                        BankMethod.valueOf(row.getString("method")),
                        row.getString("bank_name"),
                        row.getString("swift_code"),
                        row.getString("account_number"),
                        row.getString("iban"));
            case CRYPTO_PAYIN -> new Details.CryptoPayin();
            case FIAT_PAYIN -> new Details.FiatPayin();
            case ADJUSTMENT -> new Details.Adjustment(new TransactionId(uuid(row, "reverses")));
        };
    }
}
