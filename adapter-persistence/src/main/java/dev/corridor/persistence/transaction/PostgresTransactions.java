package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DatabaseTime;
import dev.corridor.persistence.TenantQuery;
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

    /** Looking these up takes a millisecond or two. Where there are more, the list is soon full. */
    private static final int FEW = 1_000;

    private final Jdbi jdbi;
    private final TransactionRows transactionRows;
    private final PostingRows postingRows;
    private final BalanceRows balanceRows;

    public PostgresTransactions(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.transactionRows = new TransactionRows(assets);
        this.postingRows = new PostingRows(assets);
        this.balanceRows = new BalanceRows(assets);
    }

    @Override
    public Optional<Transaction> find(OrganizationId organization, TransactionId id) {
        return new TenantQuery<>(organization, TransactionRows.SELECT, transactionRows)
                .where("transaction_id = :id", "id", id.uuid())
                .find(jdbi);
    }

    @Override
    public Optional<OrganizationId> owner(TransactionId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id from transactions where transaction_id = :id")
                .bind("id", id.uuid())
                .map((row, context) -> new OrganizationId(uuid(row, "organization_id")))
                .findOne());
    }

    @Override
    public List<Transaction> findByHash(OrganizationId organization, String txHash) {
        return new TenantQuery<>(organization, TransactionRows.SELECT, transactionRows)
                .where("tx_hash = :hash", "hash", txHash)
                .list(jdbi, "transaction_id");
    }

    @Override
    public List<Entry> entries(OrganizationId organization, TransactionId id) {
        return jdbi.withHandle(handle -> postingRows.ofTransaction(organization, id, handle));
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

    /**
     * Lists only final transactions, so a later poll finds new ones above those seen before, never between them. Pages after the first need
     * no such bound. Ids carry the time of creation, so a range of time is a range of the index.
     */
    @Override
    public Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request) {
        var list = new TenantQuery<>(organization, TransactionRows.SELECT, transactionRows);
        filter.account().ifPresent(account -> list.where("account_id = :account", "account", account.uuid()));
        filter.beneficiary().ifPresent(beneficiary -> list.where("beneficiary_id = :beneficiary", "beneficiary", beneficiary.uuid()));
        filter.reference().ifPresent(reference -> list.where("reference = :reference", "reference", reference.text()));
        anyOf("type", filter.types()).ifPresent(list::where);
        anyOf("status", filter.statuses()).ifPresent(list::where);
        if (!filter.metadata().isEmpty()) {
            var members = List.copyOf(filter.metadata().entrySet());
            list.where("metadata <> '{}'")
                    .whereAny("metadata @> jsonb_object(:names, :values)", "names", String.class, members.stream().map(Map.Entry::getKey).toList())
                    .bindAny("values", String.class, members.stream().map(Map.Entry::getValue).toList());
        }
        filter.amounts().ifPresent(amounts -> {
            list.where("asset = :asset", "asset", amounts.least().asset().code())
                    .where("amount >= :least", "least", amounts.least().units())
                    .where("amount <= :most", "most", amounts.most().units());
            var few = movedIn(organization, amounts.least().asset());
            if (few.size() <= FEW) {
                list.whereAny("(transaction_id = any(:few) or status = 'EXPECTED' or status = 'DECLINED')", "few", UUID.class, few);
            }
        });
        filter.createdFrom().ifPresent(from -> list.where("created_at >= :from", "from", from)
                .where("transaction_id >= :first", "first", TimeOrderedUuid.first(from)));
        filter.createdUntil().ifPresent(until -> list.where("created_at <= :until", "until", until)
                .where("transaction_id < :end", "end", TimeOrderedUuid.first(until.plusMillis(1))));
        if (request.after().isEmpty()) {
            list.where("transaction_id < :unsettled", "unsettled", TimeOrderedUuid.first(jdbi.withHandle(DatabaseTime::settled)));
        }
        return list.page(jdbi, "transaction_id", request, TransactionId::uuid);
    }

    @Override
    public Page<Entry> ledger(OrganizationId organization, AccountId account, PageRequest<Entry.Position> request) {
        return jdbi.withHandle(handle -> postingRows.page(organization, account, request, handle));
    }

    /** Balance, entries and transactions come from one snapshot. */
    @Override
    public Optional<Statement> statement(
            OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            var opening = balanceRows.before(organization, account, asset, period.from(), handle);
            var entries = postingRows.ofPeriod(organization, account, asset, period, maxEntries, handle);
            return entries.size() > maxEntries
                    ? Optional.empty()
                    : Optional.of(Statement.of(period, opening, entries, transactionsOf(organization, entries, handle)::get));
        });
    }

    private Map<TransactionId, Transaction> transactionsOf(OrganizationId organization, List<Entry> entries, Handle handle) {
        var ids = entries.stream().map(entry -> entry.transaction().uuid()).distinct().toList();
        return new TenantQuery<>(organization, TransactionRows.SELECT, transactionRows)
                .whereAny("transaction_id = any(:ids)", "ids", UUID.class, ids)
                .list(handle).stream()
                .collect(Collectors.toMap(Transaction::id, Function.identity()));
    }

    /**
     * Literals, so that the indexes of what is rare serve: a plan is made before parameters are known. They are alternatives, because each of them has an
     * index of its own.
     */
    private static Optional<String> anyOf(String column, Set<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        constants.stream().map(constant -> column + " = '" + constant.name() + "'").collect(Collectors.joining(" or ", "(", ")")));
    }

    /**
     * What has moved an asset of the organization, or more than a few of them. Its postings are found by the index of statements, so an asset that is rare
     * among a million trades needs no index of transactions, which each trade would pay for. Only what has never set money aside has no postings.
     */
    private List<UUID> movedIn(OrganizationId organization, Asset asset) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        select transaction_id
                        from accounts
                        cross join lateral (
                            select transaction_id
                            from postings
                            where account_id = accounts.account_id and organization_id = :organization and asset = :asset
                            order by posted_at desc, posting_number desc
                            limit :more) as moved
                        where organization_id = :organization
                        limit :more
                        """)
                .bind("organization", organization.uuid())
                .bind("asset", asset.code())
                .bind("more", FEW + 1)
                .mapTo(UUID.class)
                .list());
    }
}
