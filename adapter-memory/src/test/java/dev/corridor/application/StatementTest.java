package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.GetBalanceService;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.GetStatement;
import dev.corridor.application.transaction.GetStatementService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account held in the past. */
class StatementTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world = new World();
    private final GetStatement drawUpStatement = new GetStatementService(world.store.accounts(), world.store.transactions(),
            world.store.settledTime());
    private final GetBalance getBalance = new GetBalanceService(world.store.accounts(), world.store.settledTime());

    @Test
    void a_balance_is_read_as_it_is_and_as_it_was() {
        world.deposit(usd("1.00"));
        world.clock.advance(Duration.ofMillis(1));

        assertThat(availableAt(Optional.empty())).isEqualTo(usd("1.00"));
        assertThat(availableAt(Optional.of(NOON))).isEqualTo(usd("0.00"));
        assertThat(availableAt(Optional.of(NOON.plusMillis(1)))).isEqualTo(usd("1.00"));
    }

    @Test
    void statements_refuse_in_the_declared_order() {
        world.store.books().decide(Subjects.account(world.organization.id(), world.account.id()), open -> {
            for (int i = 0; i <= GetStatement.MAX_ENTRIES; i++) {
                open.post(aDepositTo(world.account, usd("1.00")));
            }
            return open;
        });

        world.clock.advance(MINUTE.plusMillis(1));

        assertRefused(() -> drawUp(world.stranger(), NOON), new AccountNotFound(world.account.id()));
        assertRefused(
                () -> drawUp(world.caller, NOON),
                new InvalidRequest("The period has more than 10000 entries. Ask for shorter periods, one after the other."));
        assertThat(drawUp(world.caller, NOON.plusMillis(1)).opening().available()).isEqualTo(usd("10001.00"));
        assertThat(declaredBy(GetStatement.class)).containsExactly(AccountNotFound.class, InvalidRequest.class);
    }

    @Test
    void what_is_yet_to_come_is_not_known() {
        var next = NOON.plusMillis(1);
        var refusal = new InvalidRequest("What stands at " + next + " is not known yet: it is " + NOON + ".");

        assertRefused(() -> availableAt(Optional.of(next)), refusal);
        assertRefused(() -> drawUp(world.caller, Optional.empty(), Optional.of(next)), refusal);
        assertRefused(
                () -> drawUp(world.caller, Optional.of(NOON), Optional.empty()),
                new InvalidRequest("A period begins before it ends: " + NOON + " is not earlier than " + NOON + "."));
    }

    @Test
    void a_statement_is_of_this_month_so_far_if_nothing_else_is_said() {
        world.clock.advance(Duration.ofDays(40));
        var now = world.clock.instant();
        var beginning = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(now.atOffset(ZoneOffset.UTC).getDayOfMonth() - 1));

        assertThat(drawUp(world.caller, Optional.empty(), Optional.empty()).period()).isEqualTo(new Period(beginning, now));
        assertThat(drawUp(world.caller, Optional.empty(), Optional.of(beginning)).period().from().atOffset(ZoneOffset.UTC).getDayOfMonth())
                .isEqualTo(1);
        assertThat(drawUp(world.caller, Optional.of(NOON), Optional.empty()).period()).isEqualTo(new Period(NOON, now));
    }

    private Statement drawUp(Caller caller, Instant from) {
        return drawUp(caller, Optional.of(from), Optional.of(NOON.plus(MINUTE)));
    }

    private Statement drawUp(Caller caller, Optional<Instant> from, Optional<Instant> until) {
        return drawUpStatement.drawUp(new GetStatement.Command(caller, world.account.id(), Asset.USD, from, until));
    }

    private Money availableAt(Optional<Instant> at) {
        return getBalance.get(new GetBalance.Command(world.caller, world.account.id(), Asset.USD, at)).available();
    }
}
