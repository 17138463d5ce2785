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
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account held in the past. */
class StatementTest {

    private final World world = new World();
    private final GetStatement drawUpStatement =
            new GetStatementService(world.store.accounts(), world.store.transactions());
    private final GetBalance getBalance = new GetBalanceService(world.store.accounts());

    @Test
    void a_balance_is_read_as_it_is_and_as_it_was() {
        world.deposit(usd("1.00"));

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

        assertRefused(() -> drawUp(world.stranger(), NOON), new AccountNotFound(world.account.id()));
        assertRefused(
                () -> drawUp(world.caller, NOON),
                new InvalidRequest("The period has more than 10000 entries. Ask for shorter periods, one after the other."));
        assertThat(drawUp(world.caller, NOON.plusMillis(1)).opening().available()).isEqualTo(usd("10001.00"));
        assertThat(declaredBy(GetStatement.class)).containsExactly(AccountNotFound.class, InvalidRequest.class);
    }

    private Statement drawUp(Caller caller, Instant from) {
        var period = new Period(from, NOON.plusSeconds(60));
        return drawUpStatement.drawUp(new GetStatement.Command(caller, world.account.id(), Asset.USD, period));
    }

    private Money availableAt(Optional<Instant> at) {
        return getBalance.get(new GetBalance.Command(world.caller, world.account.id(), Asset.USD, at)).available();
    }
}
