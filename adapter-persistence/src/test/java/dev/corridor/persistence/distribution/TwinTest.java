package dev.corridor.persistence.distribution;

import dev.corridor.persistence.lane.BatchScope;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.persistence.testing.TwinSchema;
import dev.corridor.testing.*;
import java.util.*;
import java.util.regex.*;
import java.nio.file.*;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class TwinTest {

    private static TestDatabase database;
    private static ExplainedWay way;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        TwinSchema.spread(database);
        way = new ExplainedWay(database, "jit = off", "plan_cache_mode = force_custom_plan");
        postgres = PostgresStore.on(
                way.dataSource(),
                way.dataSource(),
                LaneSettings.STANDARD.withBatchScope(BatchScope.ORGANIZATION).withPlanning(PlannerSettings.BY_STATISTICS));
    }

    @AfterAll
    static void close() throws Exception {
        postgres.close();
        way.close();
        database.close();
        var bad = new TreeMap<String, Set<String>>();
        var relation = Pattern.compile("\"Relation Name\": \"([^\"]+)\"");
        var text = Pattern.compile("\"Query Text\": \"((?:[^\"\\\\]|\\\\.)*)\"");
        for (var plan : way.plans()) {
            var m = text.matcher(plan);
            if (!m.find())
                continue;
            var rels = new TreeSet<String>();
            relation.matcher(plan).results().forEach(r -> rels.add(r.group(1)));
            var shards = new TreeSet<Integer>();
            rels.forEach(r -> {
                if (TwinSchema.shardOf(r) >= 0)
                    shards.add(TwinSchema.shardOf(r));
            });
            boolean local = rels.stream().anyMatch(r -> Tables.in(Place.LOCAL).anyMatch(t -> t.name().equals(r)));
            boolean tenant = !shards.isEmpty() || rels.stream().anyMatch(r -> Tables.in(Place.TENANT).anyMatch(t -> t.name().equals(r)));
            if (shards.size() > 1)
                bad.computeIfAbsent("FAN " + m.group(1), x -> new TreeSet<>()).add(shards.toString());
            if (local && tenant)
                bad.computeIfAbsent("MIX " + m.group(1), x -> new TreeSet<>()).add(rels.toString());
        }
        var out = new StringBuilder(way.plans().size() + " plans\n");
        bad.forEach((k, v) -> out.append(k.replace("\\n", "\n")).append("\n   ==> ").append(v).append("\n\n"));
        Files.writeString(Path.of("/tmp/twin.txt"), out.toString());
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

}
