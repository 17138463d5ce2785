package dev.corridor.persistence.reconciliation;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.application.reconciliation.port.RailBooks;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.books.verify.Check;
import dev.corridor.persistence.books.verify.Staged.Part;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

public final class PostgresRailBooks implements RailBooks {

    /** Entries and statuses of one payment come days apart, in any order: each is looked at again with what came later. */
    private static final Duration AGAIN = Duration.ofDays(7);

    /** How long after a bank has said that a payout is paid its debit may stand in no statement: over a long weekend. */
    private static final Duration UNTIL_BOOKED = Duration.ofDays(5);

    /** Receipts are recorded before the file that names them is taken. */
    private static final Duration UNTIL_TAKEN = Duration.ofMinutes(10);

    private static final String LAST_READ = "select next_block - 1 from deposit_cursors where chain = :chain";

    private static final String RECEIVED = """
            select reference, asset, units, payee
            from receipts
            where rail = :chain and type = 'CRYPTO_PAYIN' and cast(facts[5] as bigint) between :from and :to
            """;

    private static final String SENT = """
            select transaction_id, organization_id, status, transfer.nonce, coalesce(transactions.tx_hash, '') as tx_hash, transactions.asset,
                transactions.amount, transactions.to_address, updated_at, array_remove(array_agg(attempt.tx_hash), null) as hashes
            from chain_transfers as transfer
            join transactions using (transaction_id, organization_id)
            left join chain_attempts as attempt using (transaction_id, organization_id)
            where transfer.chain = :chain and transfer.wallet = :wallet and transfer.nonce >= :nonce
            group by transaction_id, organization_id, status, transfer.nonce, transactions.tx_hash, transactions.asset, transactions.amount,
                transactions.to_address, updated_at
            order by nonce
            """;

    private static final Check ENTRY_UNLIKE_ITS_RECEIPT = new Check(
            "entry_unlike_its_receipt",
            """
            select entry.reference, entry.asset, entry.units, receipts.asset as "receiptAsset", receipts.units as "receiptUnits"
            from bank_entries as entry
            left join receipts using (receipt_id)
            where entry.bank = :bank and taken_at > :since and is_credit
                and (entry.asset, entry.units, entry.is_known) is distinct from (receipts.asset, receipts.units, receipts.is_known)
            """);

    /** The bank's own charges are among them. */
    private static final Check DEBIT_WITHOUT_PAYOUT = new Check(
            "debit_without_payout",
            List.of(
                    new Part(
                            "debit",
                            """
                            select reference, asset, units, booked_at, transaction_id
                            from bank_entries
                            where bank = :bank and taken_at > :since and not is_credit
                            """),
                    new Part(
                            "payout",
                            """
                            select transaction_id
                            from bank_transfers
                            where bank = :bank and transaction_id in (select transaction_id from debit)
                            """)),
            """
            select reference, asset, units, booked_at as "bookedAt"
            from debit
            where not exists (select from payout where payout.transaction_id = debit.transaction_id)
            """);

    /**
     * What has left for a payout is its amount, once, or is not in a report yet. What has left for one that was declined has come back, at the latest by the
     * statement of the day.
     */
    private static final Check PAYOUT_UNLIKE_ITS_ENTRIES = new Check(
            "payout_unlike_its_entries",
            List.of(
                    new Part("touched", "select distinct transaction_id from bank_entries where bank = :bank and taken_at > :since"),
                    new Part(
                            "payout",
                            """
                            select organization_id, transaction_id, status, asset, amount
                            from bank_transfers
                            join transactions using (transaction_id, organization_id)
                            where bank_transfers.bank = :bank and transaction_id in (select transaction_id from touched)
                            """)),
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status, asset, amount,
                debited, credited, others as "entriesInOtherAssets"
            from payout
            cross join lateral (
                select coalesce(sum(units) filter (where not is_credit and is_same), 0) as debited,
                    coalesce(sum(units) filter (where is_credit and is_same), 0) as credited,
                    count(*) filter (where not is_same) as others,
                    max(booked_at) as last_booked
                from bank_entries as entry
                cross join lateral (select entry.asset = payout.asset and is_known as is_same) as same
                where entry.bank = :bank and entry.transaction_id = payout.transaction_id
            ) as booked
            where case status
                when 'LOCKED' then debited + credited + others > 0
                when 'DECLINED' then others > 0 or debited <> credited and last_booked < :covered
                else others > 0 or debited not in (0, amount)
            end
            """);

    private static final Check PAYOUT_WITHOUT_DEBIT = new Check(
            "payout_without_debit",
            List.of(new Part(
                    "payout",
                    """
                    select organization_id, transaction_id, status, asset, amount
                    from bank_transfers
                    join transactions using (transaction_id, organization_id)
                    where bank_transfers.bank = :bank and status in ('COMPLETED', 'REFUNDED')
                        and updated_at > :sinceCompleted and updated_at < :bookedUntil
                    """)),
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status, asset, amount
            from payout
            where not exists (
                select from bank_entries as entry
                where entry.bank = :bank and entry.transaction_id = payout.transaction_id and not is_credit)
            """);

    /** A refusal of what has left is a receipt without an entry of its own. */
    private static final Check RECEIPT_WITHOUT_ENTRY = new Check(
            "receipt_without_entry",
            """
            select receipt_id as "receiptId", reference, asset, units
            from receipts
            where rail = :rail and type = 'FIAT_PAYIN' and recorded_at > :since and recorded_at < :taken
                and reference not like 'refusal of txn\\_%'
                and not exists (select from bank_entries where bank_entries.receipt_id = receipts.receipt_id)
            """);

    private static final Check STATEMENT_THAT_DOES_NOT_ADD_UP = new Check(
            "statement_that_does_not_add_up",
            """
            select statement, currency, day, opening, booked, closing
            from bank_statements
            where bank = :bank and taken_at > :since and opening + booked <> closing
            """);

    /** It begins where none that is known has ended, though one of an earlier day is known. */
    private static final Check STATEMENT_MISSING = new Check(
            "statement_missing",
            """
            select statement as "beforeStatement", currency, day, opening
            from bank_statements as later
            where bank = :bank and taken_at > :since and opening is not null
                and exists (
                    select from bank_statements as earlier
                    where earlier.bank = later.bank and earlier.currency = later.currency and earlier.day < later.day)
                and not exists (
                    select from bank_statements as earlier
                    where earlier.bank = later.bank and earlier.currency = later.currency and earlier.day <= later.day
                        and earlier.statement <> later.statement and earlier.closing = later.opening)
            """);

    private static final List<Check> OF_BANKS = List.of(
            ENTRY_UNLIKE_ITS_RECEIPT,
            DEBIT_WITHOUT_PAYOUT,
            PAYOUT_UNLIKE_ITS_ENTRIES,
            PAYOUT_WITHOUT_DEBIT,
            RECEIPT_WITHOUT_ENTRY,
            STATEMENT_THAT_DOES_NOT_ADD_UP,
            STATEMENT_MISSING);

    private static final String ENTRIES = "select count(*) from bank_entries where bank = :bank and taken_at > :since";

    /** The end of the last day that has a statement. */
    private static final String COVERED = "select cast(max(day) + 1 as timestamp) at time zone 'UTC' from bank_statements where bank = :bank";

    private final Jdbi jdbi;

    public PostgresRailBooks(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public OptionalLong lastRead(ChainName chain) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST_READ)
                .bind("chain", chain.name())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public List<Received> received(ChainName chain, long from, long to) {
        return jdbi.withHandle(handle -> handle.createQuery(RECEIVED)
                .bind("chain", chain.name())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Received(row.getString("reference"), row.getString("asset"), units(row, "units"), row.getString("payee")))
                .list());
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }

    @Override
    public List<Sent> sent(ChainName chain, String wallet, long firstNonce) {
        return jdbi.withHandle(handle -> handle.createQuery(SENT)
                .bind("chain", chain.name())
                .bind("wallet", wallet)
                .bind("nonce", firstNonce)
                .map((row, context) -> sent(row))
                .list());
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                TransactionStatus.valueOf(row.getString("status")),
                row.getLong("nonce"),
                row.getString("tx_hash"),
                texts(row, "hashes"),
                row.getString("asset"),
                BigInteger.valueOf(row.getLong("amount")),
                row.getString("to_address"),
                instant(row, "updated_at"));
    }

    @Override
    public BankResult compare(String bank, Instant since, Instant now) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            var covered = handle.createQuery(COVERED).bind("bank", bank).mapTo(Instant.class).findOne();
            var from = since.equals(Instant.EPOCH) ? since : since.minus(AGAIN);
            var found = new ArrayList<Difference>();
            for (var check : OF_BANKS) {
                check.each(
                        sql -> of(bank, from, covered, now, handle.createQuery(sql)),
                        facts -> found.add(new Difference(check.name(), facts)));
            }
            long entries = handle.createQuery(ENTRIES).bind("bank", bank).bind("since", since).mapTo(Long.class).one();
            return new BankResult(entries, found);
        });
    }

    /** Without statements, nothing is expected to stand in one, and nothing to come in a later one. */
    private static <S extends SqlStatement<S>> S of(String bank, Instant since, Optional<Instant> covered, Instant now, S statement) {
        return statement.bind("bank", bank)
                .bind("rail", "bank " + bank)
                .bind("since", since)
                .bind("taken", now.minus(UNTIL_TAKEN))
                .bind("covered", covered.orElse(now))
                .bind("sinceCompleted", since.equals(Instant.EPOCH) ? since : since.minus(UNTIL_BOOKED).minus(AGAIN))
                .bind("bookedUntil", covered.map(end -> end.minus(UNTIL_BOOKED)).orElse(Instant.EPOCH));
    }
}
