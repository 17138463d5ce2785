package dev.corridor.domain.account;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Money;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");

    private final Balance tenDollars = Balance.zero(ACCOUNT, USD).post(Bucket.AVAILABLE, usd("10.00"), NOON);

    @Test
    void all_that_is_available_can_be_spent_and_not_a_cent_more() {
        assertThat(tenDollars.post(Bucket.AVAILABLE, usd("-10.00"), NOON)).isEqualTo(new Balance(ACCOUNT, usd("0.00"), usd("0.00"), NOON));
        assertThatThrownBy(() -> tenDollars.post(Bucket.AVAILABLE, usd("-10.01"), NOON))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new InsufficientFunds(ACCOUNT, usd("10.01"), usd("10.00"))));
    }

    @Test
    void locked_money_is_not_available() {
        var locked = tenDollars.post(Bucket.AVAILABLE, usd("-4.00"), NOON).post(Bucket.LOCKED, usd("4.00"), NOON);

        assertThat(locked.in(Bucket.AVAILABLE)).isEqualTo(usd("6.00"));
        assertThat(locked.in(Bucket.LOCKED)).isEqualTo(usd("4.00"));
    }

    @Test
    void taking_more_than_is_locked_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> tenDollars.post(Bucket.LOCKED, usd("-0.01"), NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_balance_that_would_burst_is_refused() {
        assertThatThrownBy(() -> tenDollars.post(Bucket.AVAILABLE, Money.ofUnits(Long.MAX_VALUE, USD), NOON))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new InvalidRequest("The balance cannot hold that much USD.")));
    }

    @Test
    void what_it_holds_in_all_can_be_counted() {
        var mostlyLocked = new Balance(ACCOUNT, usd("1.00"), Money.ofUnits(Long.MAX_VALUE - 100, USD), NOON);

        assertThat(mostlyLocked.total()).isEqualTo(Money.ofUnits(Long.MAX_VALUE, USD));
        assertThatThrownBy(() -> mostlyLocked.post(Bucket.AVAILABLE, usd("0.01"), NOON))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new InvalidRequest("The balance cannot hold that much USD.")));
    }

    @Test
    void a_balance_is_of_one_asset_and_never_negative() {
        assertThatThrownBy(() -> new Balance(ACCOUNT, usd("1.00"), Money.zero(EUR), NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balance(ACCOUNT, usd("-1.00"), usd("0.00"), NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void time_does_not_run_back_in_it() {
        assertThat(tenDollars.post(Bucket.AVAILABLE, usd("1.00"), NOON.plusMillis(1)).changedAt()).isEqualTo(NOON.plusMillis(1));
        assertThat(tenDollars.post(Bucket.AVAILABLE, usd("1.00"), NOON.minusMillis(1)).changedAt()).isEqualTo(NOON);
    }

    @Property
    void whatever_is_posted_never_makes_it_negative(
            @ForAll @LongRange(min = 0, max = 1000) long held, @ForAll @LongRange(min = -2000, max = 2000) long amount) {
        var balance = new Balance(ACCOUNT, Money.ofUnits(held, USD), Money.zero(USD), NOON);

        try {
            assertThat(balance.post(Bucket.AVAILABLE, Money.ofUnits(amount, USD), NOON).available().units())
                    .isEqualTo(held + amount)
                    .isNotNegative();
        } catch (BusinessException refusal) {
            assertThat(held + amount).isNegative();
        }
    }

    private static Money usd(String amount) {
        return Money.of(amount, USD);
    }
}
