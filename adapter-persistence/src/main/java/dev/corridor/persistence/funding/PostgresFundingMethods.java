package dev.corridor.persistence.funding;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.lookup.TenantLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

public final class PostgresFundingMethods implements FundingMethods {

    private static final String KNOW_KEY = """
            insert into deposit_keys (rail, deposit_key, next_index, provided_to)
            values (:rail, :key, 0, '00000000-0000-0000-0000-000000000000')
            on conflict do nothing
            """;

    private static final String LOCK_KEY = """
            select next_index, provided_to from deposit_keys where rail = :rail and deposit_key = :key for no key update
            """;

    private static final String ACCOUNTS_WITHOUT = """
            select account_id, organization_id
            from accounts
            where account_id >= :from and status <> 'CLOSED'
                and not exists (
                    select from funding_methods
                    where funding_methods.account_id = accounts.account_id and funding_methods.organization_id = accounts.organization_id
                        and rail = :rail and deposit_key = :key)
            order by account_id
            limit :limit
            """;

    private static final String REPLACE = """
            update funding_methods
            set status = 'INACTIVE'
            where account_id = any(:accounts) and rail = :rail and status = 'ACTIVE'
            """;

    private static final String ADD_DERIVED = """
            insert into funding_methods (
                funding_method_id, organization_id, account_id, name, type, status, assets, rail, chain, address, bank, holder, iban, bic, reference,
                deposit_key, key_index, created_at)
            values (
                :id, :organization, :account, '', :type, 'ACTIVE', :assets, :rail, :chain, :address, :bank, :holder, :iban, :bic, :reference,
                :key, :index, :now)
            """;

    private static final String PASS_ON = """
            update deposit_keys
            set next_index = :next, provided_to = :providedTo
            where rail = :rail and deposit_key = :key
            """;

    private static final String ADDRESSES = """
            select address
            from funding_methods
            where chain = :chain and address > :after
            order by address
            limit :limit
            """;

    private static final String BY_ADDRESS = FundingMethodRows.SELECT + "where chain = :chain and address = :address";

    private static final String BY_REFERENCE = FundingMethodRows.SELECT + "where reference = :reference";

    private static final String ACTIVE_OF_ACCOUNTS = FundingMethodRows.SELECT
            + "where account_id = any(:ids) and organization_id = any(:organizations) and status = 'ACTIVE' order by account_id, funding_method_id";

    private static final int TIME_SHIFT = 16;

    /** A decision takes no longer from the making of an id to its commit. */
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(5);

    private record KeyState(long nextIndex, UUID providedTo) {}

    private record Without(UUID account, UUID organization) {}

    private final Jdbi jdbi;
    private final FundingMethodRows rows;
    private final TenantLookup<AccountId, List<FundingMethod>> activeOfAccount;

    public PostgresFundingMethods(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.rows = new FundingMethodRows(assets);
        this.activeOfAccount = new TenantLookup<>(
                jdbi,
                scope,
                new TenantLookup.Rows<>(
                        ACTIVE_OF_ACCOUNTS,
                        AccountId::uuid,
                        (row, context) -> List.of(rows.map(row, context)),
                        methods -> new TenantLookup.Key<>(methods.getFirst().organization(), methods.getFirst().account()),
                        (earlier, later) -> Stream.concat(earlier.stream(), later.stream()).toList()));
    }

    @Override
    public void add(FundingMethod method) {
        var adding = new Pipeline();
        FundingMethodRows.add(List.of(method), adding);
        jdbi.useHandle(adding::run);
    }

    @Override
    public Optional<FundingMethod> find(OrganizationId organization, FundingMethodId id) {
        return of(organization).where("funding_method_id = :id", "id", id.uuid()).find(jdbi);
    }

    @Override
    public List<FundingMethod> active(OrganizationId organization, List<AccountId> accounts) {
        if (accounts.size() == 1) {
            return activeOfAccount.find(organization, accounts.getFirst()).orElse(List.of());
        }
        return of(organization)
                .whereAny("account_id = any(:accounts)", "accounts", UUID.class, accounts.stream().map(AccountId::uuid).toList())
                .where("status = 'ACTIVE'")
                .list(jdbi, "account_id, funding_method_id");
    }

    @Override
    public CompletionStage<List<FundingMethod>> active(OrganizationId organization, AccountId account, Executor answers) {
        return activeOfAccount.find(organization, account, answers).thenApply(methods -> methods.orElse(List.of()));
    }

    @Override
    public Optional<FundingMethod> findByAddress(ChainName chain, String address) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_ADDRESS)
                .bind("chain", chain.name())
                .bind("address", address)
                .map(rows)
                .findOne());
    }

    @Override
    public Optional<FundingMethod> findByReference(CreditorReference reference) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_REFERENCE).bind("reference", reference.text()).map(rows).findOne());
    }

    @Override
    public int provide(FundingSource source, TimeOrderedIds ids, Instant now, int limit) {
        return jdbi.inTransaction(handle -> {
            of(source, handle.createUpdate(KNOW_KEY)).execute();
            var state = of(source, handle.createQuery(LOCK_KEY))
                    .map((row, context) -> new KeyState(row.getLong("next_index"), uuid(row, "provided_to")))
                    .one();
            var accounts = of(source, handle.createQuery(ACCOUNTS_WITHOUT))
                    .bind("from", aWhileBefore(state.providedTo()))
                    .bind("limit", limit)
                    .map((row, context) -> new Without(uuid(row, "account_id"), uuid(row, "organization_id")))
                    .list();
            if (!accounts.isEmpty()) {
                handle.createUpdate(REPLACE)
                        .bind("rail", source.rail())
                        .bindArray("accounts", UUID.class, accounts.stream().map(Without::account).toList())
                        .execute();
                add(accounts, state.nextIndex(), source, ids, now, handle);
                of(source, handle.createUpdate(PASS_ON))
                        .bind("next", state.nextIndex() + accounts.size())
                        .bind("providedTo", accounts.getLast().account())
                        .execute();
            }
            return accounts.size();
        });
    }

    private static void add(List<Without> accounts, long firstIndex, FundingSource source, TimeOrderedIds ids, Instant now, Handle handle) {
        var adding = handle.prepareBatch(ADD_DERIVED);
        for (int i = 0; i < accounts.size(); i++) {
            var details = source.details(new AccountId(accounts.get(i).account()), firstIndex + i);
            FundingMethodRows.columns(details).forEach(adding::bind);
            of(source, adding)
                    .bind("id", ids.next())
                    .bind("organization", accounts.get(i).organization())
                    .bind("account", accounts.get(i).account())
                    .bind("type", details.type().name())
                    .bindArray("assets", String.class, source.assets().stream().map(Asset::code).sorted().toList())
                    .bind("index", firstIndex + i)
                    .bind("now", now)
                    .add();
        }
        adding.execute();
    }

    /** An account that is being opened may appear behind a later one. */
    private static UUID aWhileBefore(UUID account) {
        return TimeOrderedUuid.first(Instant.ofEpochMilli(account.getMostSignificantBits() >>> TIME_SHIFT).minus(LONGEST_OPENING));
    }

    private static <S extends SqlStatement<S>> S of(FundingSource source, S statement) {
        return statement.bind("rail", source.rail()).bind("key", source.fingerprint());
    }

    @Override
    public List<String> addresses(ChainName chain, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ADDRESSES)
                .bind("chain", chain.name())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    private TenantQuery<FundingMethod> of(OrganizationId organization) {
        return new TenantQuery<>(organization, FundingMethodRows.SELECT, rows);
    }
}
