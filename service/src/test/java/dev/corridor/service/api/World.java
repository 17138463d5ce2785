package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.fee.SetFeeSchedule;
import dev.corridor.application.fee.SetFeeScheduleService;
import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenanceService;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.ReviewPayout;
import dev.corridor.application.transaction.ReviewPayoutService;
import dev.corridor.application.transaction.SetPayoutControls;
import dev.corridor.application.transaction.SetPayoutControlsService;
import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.closing.PostgresClosings;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.maintenance.PostgresMaintenanceNotices;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SettableClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The service with everything around it: its customers, its operator, its database and its clock. */
@Singleton
@Requires(env = io.micronaut.context.env.Environment.TEST)
final class World {

    private final OnboardOrganization onboarding;
    private final ChangeOrganization changeOrganization;
    private final CreateApiKey createApiKey;
    private final SetFeeSchedule setFeeSchedule;
    private final SetPayoutControls setPayoutControls;
    private final ReviewPayout reviewPayout;
    private final FundingMethods fundingMethods;
    private final AuditLog audit;
    private final TestDatabase database;
    private final DataSource pool;
    private final Jdbi superuser;
    private final Jdbi books;
    private final ApiClient stranger;

    final SettableClock clock;

    World(
            EmbeddedServer server,
            OnboardOrganization onboarding,
            ChangeOrganization changeOrganization,
            CreateApiKey createApiKey,
            FeeSchedules feeSchedules,
            PayoutControlBook payoutControls,
            Organizations organizations,
            AuditLog audit,
            Books books,
            Transactions transactions,
            FundingMethods fundingMethods,
            TestDatabase database,
            DataSource pool,
            SettableClock clock) {
        this.onboarding = onboarding;
        this.changeOrganization = changeOrganization;
        this.createApiKey = createApiKey;
        this.setFeeSchedule = new SetFeeScheduleService(feeSchedules, organizations, audit, clock);
        this.setPayoutControls = new SetPayoutControlsService(payoutControls, organizations, audit, clock);
        this.reviewPayout = new ReviewPayoutService(books, transactions, audit);
        this.fundingMethods = fundingMethods;
        this.audit = audit;
        this.database = database;
        this.pool = pool;
        this.superuser = Jdbi.create(database.superuser());
        this.books = Jdbi.create(pool);
        this.clock = clock;
        this.stranger = ApiClient.of(server.getURI());
    }

    /** Somebody without a key. */
    ApiClient stranger() {
        return stranger;
    }

    /** An organization that may do everything, with an empty account. */
    Customer newCustomer() {
        return onboard(true, Optional.empty());
    }

    Customer newCustomerWithoutCryptoPayouts() {
        return onboard(false, Optional.empty());
    }

    Customer newCustomerWithKey(String key) {
        return onboard(true, Optional.of(new ApiKeySecret(key)));
    }

    private Customer onboard(boolean cryptoPayouts, Optional<ApiKeySecret> key) {
        var created = onboarding.onboard(new OnboardOrganization.Command(
                "Acme", OrganizationStatus.APPROVED, cryptoPayouts, key, Optional.empty(), new Operator(), Origin.CONSOLE));
        return new Customer(
                stranger.withKey(created.key().value()),
                created.organization().id().toString(),
                created.primaryAccount().id().toString());
    }

    /** As the platform gives one to an account when a chain takes deposits in. Answers its id. */
    String newFundingMethod(Customer customer) {
        var id = new FundingMethodId(UUID.randomUUID());
        fundingMethods.add(new FundingMethod(
                id,
                OrganizationId.parse(customer.organization()),
                AccountId.parse(customer.account()),
                "",
                FundingMethodStatus.ACTIVE,
                List.of(Asset.USDC),
                new CryptoAddress(ChainName.ETHEREUM_SEPOLIA, "0x" + id),
                clock.instant()));
        return id.toString();
    }

    void suspend(String account) {
        setStatus(account, "SUSPENDED");
    }

    void reactivate(String account) {
        setStatus(account, "ACTIVE");
    }

    private void setStatus(String account, String status) {
        execute("update accounts set status = ? where account_id = ?", status, AccountId.parse(account).uuid());
    }

    void enableCryptoPayouts(Customer customer) {
        execute(
                "update organizations set crypto_payouts_enabled = true where organization_id = ?",
                OrganizationId.parse(customer.organization()).uuid());
    }

    /** What the operator would do. */
    void setStatus(Customer customer, OrganizationStatus status) {
        var id = OrganizationId.parse(customer.organization());
        var operator = Operator.actingFor(id, Environment.SANDBOX);
        changeOrganization.change(new ChangeOrganization.Command(
                operator, id, Optional.of(status), Optional.empty(), Origin.CONSOLE, Once.eachTime()));
    }

    /** What the operator would do: a fixed amount, and basis points. */
    void charge(Customer customer, FeeKey key, String fixed, int basisPoints) {
        var schedule = new FeeSchedule(Money.of(fixed, key.asset()), basisPoints);
        setFeeSchedule.set(new SetFeeSchedule.Command(
                new Operator(), Optional.of(OrganizationId.parse(customer.organization())), key, Optional.of(schedule), "board", Origin.CONSOLE));
    }

    /** What the operator would do. */
    void control(Customer customer, FeeKey key, PayoutControls controls) {
        setPayoutControls.set(new SetPayoutControls.Command(
                Optional.of(OrganizationId.parse(customer.organization())), key, Optional.of(controls), "board"));
    }

    /** What the operator would do about a payout that the screening wants to be looked at. */
    void review(String payout, ReviewPayout.Verdict verdict) {
        reviewPayout.review(new ReviewPayout.Command(TransactionId.parse(payout), verdict, "Case 7", Origin.CONSOLE));
    }

    /** Another key of the organization, which the operator has made. Answers what asks with it. */
    Customer colleagueOf(Customer customer) {
        var id = OrganizationId.parse(customer.organization());
        var made = createApiKey.create(new CreateApiKey.Command(
                Operator.actingFor(id, Environment.SANDBOX),
                KeyTerms.unlimited("Colleague", Environment.SANDBOX),
                true,
                Origin.CONSOLE,
                Once.eachTime()));
        return new Customer(stranger.withKey(made.secret().value()), customer.organization(), customer.account());
    }

    /** What the operator would do for all nodes; empty ends it. */
    void switchMaintenance(Optional<Duration> retryAfter) {
        new SwitchMaintenanceService(new PostgresMaintenanceNotices(database.superuser()), audit, clock)
                .switchTo(new SwitchMaintenance.Command(new Operator(), retryAfter, Origin.CONSOLE));
    }

    /** The rows of a table as text. */
    String everythingIn(String table) {
        return superuser
                .withHandle(handle -> handle.createQuery("select row_to_json(rows)::text from " + table + " as rows").mapTo(String.class).list())
                .toString();
    }

    /** What a request meets when the service may not read one of its tables. */
    <T> T whileUnreadable(String table, Supplier<T> request) {
        execute("revoke select on " + table + " from corridor_service");
        try {
            return request.get();
        } finally {
            execute("grant select on " + table + " to corridor_service");
        }
    }

    /** What a request meets when the whole database is gone, connections that were open included. */
    <T> T whileTheDatabaseIsGone(Supplier<T> request) {
        var name = superuser.withHandle(
                handle -> handle.createQuery("select current_database()").mapTo(String.class).one());
        var elsewhere = Jdbi.create(TestDatabase.createEmpty());
        elsewhere.useHandle(handle -> {
            handle.execute("alter database " + name + " allow_connections false");
            handle.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", name);
        });
        try {
            return request.get();
        } finally {
            elsewhere.useHandle(handle -> handle.execute("alter database " + name + " allow_connections true"));
        }
    }

    /** What a request meets when all connections to the database are taken, but those that let people in. */
    <T> T whileNoConnectionIsLeft(Supplier<T> request) {
        var taken = new ArrayList<Connection>();
        try {
            while (takeConnection(taken)) {
                // Until there is none for the time that a request would wait.
            }
            return request.get();
        } finally {
            taken.forEach(World::giveBack);
        }
    }

    private boolean takeConnection(List<Connection> taken) {
        try {
            return taken.add(pool.getConnection());
        } catch (SQLException e) {
            return false;
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What happens while the database says of every change of a table that it cannot do such a thing. */
    void whileUnsupported(String table, Runnable action) {
        execute("create function refuse() returns trigger language plpgsql as "
                + "'begin raise exception using errcode = ''feature_not_supported''; end'");
        execute("create trigger refused before update on " + table + " execute function refuse()");
        try {
            action.run();
        } finally {
            execute("drop function refuse cascade");
        }
    }

    /** The sessions of the service's pools, by their process on the server. */
    List<Integer> sessions() {
        return superuser.withHandle(handle -> handle.createQuery(
                "select pid from pg_stat_activity where datname = current_database() and application_name = 'corridor'")
                .mapTo(Integer.class)
                .list());
    }

    /** What happens while somebody keeps an account locked. */
    void whileLocked(String account, Runnable action) {
        superuser.useTransaction(holder -> {
            holder.execute("select from accounts where account_id = ? for update", AccountId.parse(account).uuid());
            action.run();
        });
    }

    /** Seen from a connection of its own: whoever holds the lock is busy. */
    boolean somebodyWaitsForALock() {
        return superuser.withHandle(handle -> handle.createQuery(
                "select count(*) > 0 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .mapTo(Boolean.class)
                .one());
    }

    /** What an administrator of the database may do to a statement that takes too long. */
    void interruptWhoWaitsForALock() {
        superuser.useHandle(handle -> handle.execute("select pg_cancel_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'"));
    }

    /** All that the customer's requests can have changed: each balance, how many things there are, and how many of them have gone on. */
    String everythingOf(Customer customer) {
        return books.withHandle(handle -> handle.createQuery("""
                        select (select string_agg(format('%s %s %s', asset, available, locked), ', ' order by asset)
                                  from balances where organization_id = :id)
                            || '; accounts ' || (select count(*) from accounts where organization_id = :id)
                            || '; transactions ' || (select string_agg(format('%s %s %s', type, status, amount), ', ' order by transaction_id)
                                  from (select * from transactions where organization_id = :id order by transaction_id desc limit 3) as latest)
                            || ', in all ' || (select count(*) from transactions where organization_id = :id)
                            || '; quotes ' || (select format('%s, executed %s', count(*), count(executed_at))
                                  from quotes where organization_id = :id)
                            || '; beneficiaries ' || (select format('%s, archived %s', count(*), count(*) filter (where status = 'ARCHIVED'))
                                  from beneficiaries where organization_id = :id)""")
                .bind("id", OrganizationId.parse(customer.organization()).uuid())
                .mapTo(String.class)
                .one());
    }

    void assertThatTheBooksAddUp() {
        assertThat(differences()).isEmpty();
    }

    /** If it is not closed already. The rest of the tests is in this month. */
    void closeLastMonth() {
        var closings = new PostgresClosings(database.superuser());
        closings.next().ifPresent(month -> {
            closings.end(month);
            closings.close(month);
        });
    }

    /** What does not add up while every remembered answer tells of a transaction that is not there. */
    List<Difference> differencesWhileAnswersAreWrong() {
        execute("update idempotency_records set answer = replace(answer, 'txn_0', 'txn_f')");
        try {
            return differences();
        } finally {
            execute("update idempotency_records set answer = replace(answer, 'txn_f', 'txn_0')");
        }
    }

    private List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        return differences;
    }

    /** All that the database holds, each row as text. */
    List<String> everyRow() {
        return superuser.withHandle(handle -> handle
                .createQuery("select tablename from pg_tables where schemaname = 'public'")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(table -> handle.createQuery("select t::text from " + table + " t").mapTo(String.class).list().stream())
                .toList());
    }

    /** As the database's superuser, past all rules. */
    void execute(String sql, Object... arguments) {
        superuser.useHandle(handle -> handle.execute(sql, arguments));
    }
}
