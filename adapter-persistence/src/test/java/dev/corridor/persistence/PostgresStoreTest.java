package dev.corridor.persistence;

import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.AccessContract;
import dev.corridor.testing.AccountsContract;
import dev.corridor.testing.BankOutboxContract;
import dev.corridor.testing.BeneficiariesContract;
import dev.corridor.testing.ConnectionsContract;
import dev.corridor.testing.DeliveriesContract;
import dev.corridor.testing.EndpointsContract;
import dev.corridor.testing.EventsContract;
import dev.corridor.testing.FeeSchedulesContract;
import dev.corridor.testing.FundingContract;
import dev.corridor.testing.IdempotencyContract;
import dev.corridor.testing.LettersContract;
import dev.corridor.testing.MarketContract;
import dev.corridor.testing.OperatorsContract;
import dev.corridor.testing.OutboxContract;
import dev.corridor.testing.PayoutBatchesContract;
import dev.corridor.testing.PayoutControlsContract;
import dev.corridor.testing.Store;
import dev.corridor.testing.TenantContract;
import dev.corridor.testing.TicketsContract;
import dev.corridor.testing.TransactionsContract;
import dev.corridor.testing.UnusedQuotesContract;
import dev.corridor.testing.UsersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The ports on PostgreSQL pass the contract tests. The books have a test of their own. */
class PostgresStoreTest {

    private static TestDatabase database;
    private static PostgresStore postgres;
    private static PostgresStore owner;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        owner = PostgresStore.on(database.superuser());
    }

    @AfterAll
    static void close() {
        owner.close();
        postgres.close();
        database.close();
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
    class Beneficiaries extends BeneficiariesContract {
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
    class FeeSchedules extends FeeSchedulesContract {
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
    class UnusedQuotes extends UnusedQuotesContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Market extends MarketContract {
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
    class Outbox extends OutboxContract {
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
    class BankOutbox extends BankOutboxContract {
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
    class Operators extends OperatorsContract {
        /** The service itself adds no operators. */
        @Override
        protected Store store() {
            return owner;
        }
    }

    @Nested
    class Letters extends LettersContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }
}
