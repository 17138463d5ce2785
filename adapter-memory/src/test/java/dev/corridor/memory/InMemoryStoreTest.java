package dev.corridor.memory;

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
import dev.corridor.testing.MarketContract;
import dev.corridor.testing.OperatorsContract;
import dev.corridor.testing.OutboxContract;
import dev.corridor.testing.PayoutBatchesContract;
import dev.corridor.testing.PayoutControlsContract;
import dev.corridor.testing.Store;
import dev.corridor.testing.TenantContract;
import dev.corridor.testing.TicketsContract;
import dev.corridor.testing.TransactionsContract;
import dev.corridor.testing.TransfersContract;
import dev.corridor.testing.UnusedQuotesContract;
import dev.corridor.testing.UsersContract;
import org.junit.jupiter.api.Nested;

/** The in-memory ports pass the contract tests. */
class InMemoryStoreTest {

    @Nested
    class Access extends AccessContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Accounts extends AccountsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Beneficiaries extends BeneficiariesContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Books extends BooksContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Connections extends ConnectionsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Deliveries extends DeliveriesContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Endpoints extends EndpointsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Events extends EventsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class PayoutBatches extends PayoutBatchesContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class PayoutControls extends PayoutControlsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class FeeSchedules extends FeeSchedulesContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class UnusedQuotes extends UnusedQuotesContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Market extends MarketContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Tenant extends TenantContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Tickets extends TicketsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Funding extends FundingContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class BankOutbox extends BankOutboxContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Transfers extends TransfersContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Users extends UsersContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Operators extends OperatorsContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }

    @Nested
    class Letters extends LettersContract {
        @Override
        protected Store store() {
            return MemoryUnderTest.empty();
        }
    }
}
