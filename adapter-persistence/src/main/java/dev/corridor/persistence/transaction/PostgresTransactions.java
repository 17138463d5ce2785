package dev.corridor.persistence.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.NewestFirst;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresTransactions implements Transactions {

    private final Jdbi jdbi;
    private final TransactionRows transactionRows;
    private final EntryRows entryRows;

    public PostgresTransactions(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.on(dataSource);
        this.transactionRows = new TransactionRows(assets);
        this.entryRows = new EntryRows(assets);
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

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }
}
