package dev.corridor.persistence.distribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.journal.PostgresRequestRecords;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.Footprints;
import dev.corridor.persistence.testing.Footprints.Footprint;
import dev.corridor.persistence.testing.Footprints.Step;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.persistence.testing.TwinSchema;
import dev.corridor.testing.AccessContract;
import dev.corridor.testing.AccountsContract;
import dev.corridor.testing.BankOutboxContract;
import dev.corridor.testing.BeneficiariesContract;
import dev.corridor.testing.BooksContract;
import dev.corridor.testing.ConnectionsContract;
import dev.corridor.testing.DeliveriesContract;
import dev.corridor.testing.EndpointsContract;
import dev.corridor.testing.EventsContract;
import dev.corridor.testing.FeeSchedulesContract;
import dev.corridor.testing.FundingContract;
import dev.corridor.testing.IdempotencyContract;
import dev.corridor.testing.LettersContract;
import dev.corridor.testing.OutboxContract;
import dev.corridor.testing.PayoutBatchesContract;
import dev.corridor.testing.PayoutControlsContract;
import dev.corridor.testing.RequestRecordsContract;
import dev.corridor.testing.Store;
import dev.corridor.testing.TenantContract;
import dev.corridor.testing.TicketsContract;
import dev.corridor.testing.TransactionsContract;
import dev.corridor.testing.TransfersContract;
import dev.corridor.testing.UnusedQuotesContract;
import dev.corridor.testing.UsersContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * The ports work where tables are spread by organization, and each of their statements is about one organization's part of them, but for those that are named
 * here. An engine that distributes tables would ask each of its nodes for those, so while one of them is down they fail. No payment waits for them.
 */
class TwinTest {

    /** By how it begins, or by what it contains. */
    private enum AsksAll {

        WHO_HAS_SOMETHING_DUE("group by organization_id order by min(due_since)"),
        PAYOUTS_WHOSE_WAIT_IS_OVER("select organization_id, transaction_id from payout_holds where due_at <= "),
        PAYOUTS_FOR_THE_OPERATOR_TO_REVIEW("select organization_id, transaction_id from payout_holds where ended_at is null"),
        ENDPOINTS_THAT_ARE_BEHIND("from range join webhook_endpoints"),
        THE_NEXT_TOPIC_THAT_IS_FORGOTTEN("select organization_id, kind from events where part = "),
        WHOSE_ACCOUNT("select organization_id from accounts where account_id = "),
        WHOSE_TRANSACTION("select organization_id from transactions where transaction_id = "),
        WHOSE_ORDER_A_BANK_NAMES("select transaction_id, organization_id, bank from bank_transfers where transaction_id = "),
        ORDERS_IN_A_FILE("from bank_transfers where bank = $1 and file_number = $2"),
        WHOSE_ADDRESS_IS_PAID("from funding_methods where chain = $1 and address = "),
        WHOSE_REFERENCE_IS_PAID("from funding_methods where reference = "),
        ADDRESSES_TO_WATCH("select address from funding_methods where chain = "),
        ACCOUNTS_WITHOUT_AN_ADDRESS("select account_id, organization_id from accounts where account_id >= "),
        ADDRESSES_THAT_ARE_REPLACED("update funding_methods set status = 'INACTIVE' where account_id = any("),
        GAS_OF_A_WALLET("from gas_costs");

        private final String part;

        AsksAll(String part) {
            this.part = part;
        }

        boolean is(Footprint statement) {
            return statement.text().contains(part);
        }
    }

    /** Tables that are written in one transaction with a tenant table, so that such an engine commits in two phases. Trades and payouts write none of them. */
    private enum WrittenTogether {

        ORGANIZATIONS("with the audit record and the event of the change"),
        LETTERS_OF_AUTHORIZATION("with the audit record"),
        NETWORK_MEMBERS("with the audit record"),
        API_KEYS("with the audit record and the event of the change"),
        API_KEY_SECRETS("with their key"),
        USERS("with the audit record"),
        FEE_SCHEDULES("with the audit record"),
        PAYOUT_CONTROLS("with the audit record"),
        RECEIPTS("what has arrived is credited once"),
        CHAIN_WALLETS("a nonce is taken for a transfer"),
        DEPOSIT_KEYS("an address is given to an account"),
        BANK_FILES("a file is stored with its orders");

        WrittenTogether(String why) {
            assertThat(why).isNotEmpty();
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static TestDatabase database;
    private static ExplainedWay way;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        TwinSchema.spread(database);
        way = new ExplainedWay(
                database, "jit = off", "plan_cache_mode = force_custom_plan", "auto_explain.log_analyze = on", "auto_explain.log_timing = off");
        postgres = PostgresStore.on(
                way.dataSource(),
                way.dataSource(),
                LaneSettings.STANDARD.withBatchScope(BatchScope.ORGANIZATION).withPlanning(PlannerSettings.BY_STATISTICS));
    }

    @AfterAll
    static void each_statement_is_about_one_organization() {
        postgres.close();
        way.close();
        var statements = Footprints.of(way.statements(), database);
        database.close();

        assertThat(statements).as("statements that were seen").hasSizeGreaterThan(500);
        assertThat(of(statements, statement -> asksSeveral(statement) && Arrays.stream(AsksAll.values()).noneMatch(named -> named.is(statement))))
                .as("statements that ask several nodes")
                .isEmpty();
        assertThat(AsksAll.values()).as("still asks several nodes")
                .allMatch(named -> statements.stream().anyMatch(each -> named.is(each) && asksSeveral(each)));
        assertThat(of(statements, statement -> touches(statement.steps(), Place.TENANT) && touches(statement.steps(), Place.LOCAL)))
                .as("statements that read a local table beside a tenant's")
                .isEmpty();
        assertThat(writtenWithATenantTable(statements))
                .as("written in one transaction with a tenant table")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WrittenTogether.values()).map(WrittenTogether::table).toList());
    }

    private static Set<String> of(List<Footprint> statements, Predicate<Footprint> which) {
        return statements.stream().filter(which).map(Footprint::text).collect(toCollection(TreeSet::new));
    }

    /** Whether its plan, which knows the parameters, has parts of several organizations; what depends on a row that was found may be the part of that row. */
    private static boolean asksSeveral(Footprint statement) {
        var planned = shards(statement.steps().stream().filter(step -> !step.depends()));
        var run = shards(statement.steps().stream().filter(Step::hasRun));
        var all = shards(statement.steps().stream());
        return planned.size() > 1 || run.size() > 1 || planned.isEmpty() && all.size() > 1;
    }

    private static Set<Integer> shards(Stream<Step> steps) {
        return steps.map(step -> TwinSchema.shardOf(step.relation())).filter(shard -> shard >= 0).collect(toCollection(TreeSet::new));
    }

    private static boolean touches(List<Step> steps, Place place) {
        return steps.stream().anyMatch(step -> placeOf(step.relation()) == place);
    }

    private static Place placeOf(String relation) {
        return TwinSchema.shardOf(relation) >= 0
                ? Place.TENANT
                : Tables.ALL.stream().filter(table -> table.name().equals(relation)).map(Table::place).findFirst().orElse(Place.LOCAL);
    }

    private static Set<String> writtenWithATenantTable(List<Footprint> statements) {
        var transactions = statements.stream().collect(groupingBy(Footprint::transaction)).values();
        return transactions.stream()
                .map(transaction -> transaction.stream().flatMap(statement -> statement.steps().stream()).filter(Step::writes).toList())
                .filter(written -> touches(written, Place.TENANT))
                .flatMap(written -> written.stream().map(Step::relation).filter(relation -> placeOf(relation) != Place.TENANT))
                .collect(toCollection(TreeSet::new));
    }

    @Nested
    class Access extends AccessContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Accounts extends AccountsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class BankOutbox extends BankOutboxContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Beneficiaries extends BeneficiariesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Books extends BooksContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Connections extends ConnectionsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Deliveries extends DeliveriesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Endpoints extends EndpointsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Events extends EventsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class FeeSchedules extends FeeSchedulesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Funding extends FundingContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Letters extends LettersContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class PayoutBatches extends PayoutBatchesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class PayoutControls extends PayoutControlsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Tenant extends TenantContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Tickets extends TicketsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Transfers extends TransfersContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class UnusedQuotes extends UnusedQuotesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Requests extends RequestRecordsContract {
        @Override
        protected RequestRecords records() {
            return new PostgresRequestRecords(way.dataSource());
        }
    }
}
