package dev.corridor.persistence.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.NewestFirst;
import dev.corridor.persistence.account.BalanceRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

public final class PostgresTransactions implements Transactions {

    private final Jdbi jdbi;
    private final TransactionRows transactionRows;
    private final EntryRows entryRows;
    private final BalanceRows balanceRows;

    public PostgresTransactions(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.transactionRows = new TransactionRows(assets);
        this.entryRows = new EntryRows(assets);
        this.balanceRows = new BalanceRows(assets);
    }

    @Override
    public Optional<Transaction> find(OrganizationId organization, TransactionId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        TransactionRows.SELECT + "where transaction_id = :id and organization_id = :organization")
                .bind("id", id.uuid())
                .bind("organization", organization.uuid())
                .map(transactionRows)
                .findOne());
    }

    @Override
    public boolean isFirstPayout(OrganizationId organization, AccountId account, BeneficiaryId beneficiary) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (
                            select from beneficiaries
                            where beneficiary_id = :beneficiary and organization_id = :organization and account_id = :account)
                          and not exists (
                            select from transactions
                            where beneficiary_id = :beneficiary and organization_id = :organization and status <> 'DECLINED')
                        """)
                .bind("beneficiary", beneficiary.uuid())
                .bind("organization", organization.uuid())
                .bind("account", account.uuid())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request) {
        var list = new NewestFirst<>(TransactionRows.SELECT, "transaction_id", transactionRows)
                .where("organization_id = :organization", "organization", organization.uuid());
        filter.account().ifPresent(account -> list.where("account_id = :account", "account", account.uuid()));
        if (!filter.types().isEmpty()) {
            list.whereAny("type = any(:types)", "types", names(filter.types()));
        }
        if (!filter.statuses().isEmpty()) {
            list.whereAny("status = any(:statuses)", "statuses", names(filter.statuses()));
        }
        filter.createdFrom().ifPresent(from -> list.where("created_at >= :from", "from", from));
        filter.createdUntil().ifPresent(until -> list.where("created_at <= :until", "until", until));
        return list.page(jdbi, request, TransactionId::uuid);
    }

    @Override
    public Page<LedgerLine> ledger(OrganizationId organization, AccountId account, PageRequest<LedgerLine.Number> request) {
        return new NewestFirst<>(EntryRows.SELECT, "entry_number", entryRows)
                .where("account_id = :account", "account", account.uuid())
                .where("organization_id = :organization", "organization", organization.uuid())
                .page(jdbi, request, LedgerLine.Number::value);
    }

    /** The balance, the entries and their transactions are read as they stand at one moment of the database. */
    @Override
    public Optional<Statement> statement(
            OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            var opening = balanceRows.before(organization, account, asset, period.from(), handle);
            var entries = handle.createQuery(EntryRows.SELECT_PERIOD)
                    .bind("organization", organization.uuid())
                    .bind("account", account.uuid())
                    .bind("asset", asset.code())
                    .bind("from", period.from())
                    .bind("until", period.until())
                    .bind("limit", maxEntries + 1)
                    .map(entryRows)
                    .list();
            return entries.size() > maxEntries
                    ? Optional.empty()
                    : Optional.of(Statement.of(period, opening, entries, transactionsOf(organization, entries, handle)::get));
        });
    }

    private Map<TransactionId, Transaction> transactionsOf(OrganizationId organization, List<LedgerLine> entries, Handle handle) {
        return handle.createQuery(TransactionRows.SELECT + "where transaction_id = any(:ids) and organization_id = :organization")
                .bindArray("ids", UUID.class, entries.stream().map(entry -> entry.transaction().uuid()).distinct().toArray())
                .bind("organization", organization.uuid())
                .map(transactionRows)
                .collect(Collectors.toMap(Transaction::id, Function.identity()));
    }

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }
}
