package dev.corridor.persistence.distribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.journal.PostgresRequestRecords;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.persistence.testing.AsksAll;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * The ports work where tables are spread by organization, and each of their statements is about one organization's part of them, but for those that are named
 * here. An engine that distributes tables would ask each of its nodes for those, so while one of them is down they fail. No payment waits for them.
 */
class TwinTest {

    /**
     * Tables that are written in one transaction with a tenant table, and why, so that such an engine commits in two phases. Trades and payouts write none of
     * them.
     */
    private static final Map<String, String> WRITTEN_TOGETHER = Map.ofEntries(
            Map.entry("organizations", "with the audit record and the event of the change"),
            Map.entry("letters_of_authorization", "with the audit record"),
            Map.entry("network_members", "with the audit record"),
            Map.entry("api_keys", "with the audit record and the event of the change"),
            Map.entry("api_key_secrets", "with their key"),
            Map.entry("users", "with the audit record"),
            Map.entry("fee_schedules", "with the audit record"),
            Map.entry("payout_controls", "with the audit record"),
            Map.entry("receipts", "what has arrived is credited once"),
            Map.entry("chain_wallets", "a transfer gets the next nonce"),
            Map.entry("deposit_keys", "an account gets the next address"),
            Map.entry("bank_files", "a file is stored with its orders"),
            Map.entry("unused_quotes", "how far quotes were examined moves on with what is deleted"));

    private static TestDatabase database;
    private static ExplainedWay way;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TwinSchema.create();
        way = new ExplainedWay(database);
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
        assertThat(of(statements, statement -> statement.asksSeveral() && !AsksAll.isNamed(statement)))
                .as("statements that ask several nodes")
                .isEmpty();
        assertThat(AsksAll.values())
                .as("still asks several nodes")
                .allMatch(named -> statements.stream().anyMatch(each -> named.is(each) && each.asksSeveral()));
        assertThat(of(statements, statement -> statement.touches(Place.TENANT) && statement.touches(Place.LOCAL)))
                .as("statements that read a local table beside a tenant's")
                .isEmpty();
        assertThat(of(statements, statement -> statement.tiesOrganizations() && !AsksAll.ENDPOINTS_THAT_ARE_BEHIND.is(statement)))
                .as("statements that no node could do its part of")
                .isEmpty();
        assertThat(writtenWithATenantTable(statements))
                .as("written in one transaction with a tenant table")
                .isEqualTo(WRITTEN_TOGETHER.keySet());
    }

    private static Set<String> of(List<Footprint> statements, Predicate<Footprint> which) {
        return statements.stream().filter(which).map(Footprint::text).collect(toCollection(TreeSet::new));
    }

    private static Set<String> writtenWithATenantTable(List<Footprint> statements) {
        var transactions = statements.stream().collect(groupingBy(Footprint::transaction)).values();
        return transactions.stream()
                .map(transaction -> transaction.stream().flatMap(statement -> statement.steps().stream()).filter(Step::writes).toList())
                .filter(written -> written.stream().anyMatch(step -> step.place() == Place.TENANT))
                .flatMap(written -> written.stream().filter(step -> step.place() != Place.TENANT).map(Step::relation))
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
