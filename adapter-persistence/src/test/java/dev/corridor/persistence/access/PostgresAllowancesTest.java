package dev.corridor.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.Allowances.Allowance;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.AllowancesContract;
import dev.corridor.testing.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresAllowancesTest extends AllowancesContract {

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected Allowances allowances(InstantSource clock) {
        return new PostgresAllowances(database.dataSource(), clock);
    }

    @Test
    void two_nodes_let_through_as_many_as_one() {
        var clock = SettableClock.at("2025-03-15T14:30:00Z");
        var allowance = new Allowance("rate", "somebody", false, RateLimit.perMinute(2));

        assertThat(allowances(clock).spend(allowance).isSpent()).isTrue();
        assertThat(allowances(clock).spend(allowance).isSpent()).isTrue();
        assertThat(allowances(clock).spend(allowance).isSpent()).isFalse();
    }

    @Test
    void what_is_full_again_is_removed_and_nothing_else() {
        var clock = SettableClock.at("2025-03-15T14:30:00Z");
        var once = new RateLimit(1, Duration.ofMinutes(1), 1);
        var forgotten = new Allowance("rate", "the forgotten", false, once);
        var present = new Allowance("rate", "the present", false, once);
        var allowances = new PostgresAllowances(database.dataSource(), clock);
        allowances.spend(forgotten);
        allowances.spend(present);
        Jdbi.create(database.superuser())
                .useHandle(handle -> handle.execute("update allowances set expires_at = 0 where allowance like '%the forgotten'"));

        assertThat(allowances.removeExpired(1_000)).isEqualTo(1);
        assertThat(allowances.spend(forgotten).isSpent()).isTrue();
        assertThat(allowances.spend(present).isSpent()).isFalse();
    }
}
