package dev.corridor.domain.transaction;

import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.domain.transaction.LedgerAccount.available;
import static dev.corridor.domain.transaction.LedgerAccount.locked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Posting.Side;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 3));
    private static final Money FIVE = Money.of("5.000000", USDC);

    @Test
    void what_one_place_loses_the_other_gains() {
        assertThat(new Posting(3, locked(ACCOUNT), HouseAccount.OUTSIDE_WORLD, FIVE).sides())
                .containsExactly(new Side(3, locked(ACCOUNT), FIVE.negated()), new Side(4, HouseAccount.OUTSIDE_WORLD, FIVE));
    }

    @Test
    void it_belongs_to_the_account_that_it_changes() {
        assertThat(new Posting(1, available(ACCOUNT), locked(ACCOUNT), FIVE).account()).contains(ACCOUNT);
        assertThat(new Posting(1, HouseAccount.OUTSIDE_WORLD, available(ACCOUNT), FIVE).account()).contains(ACCOUNT);
        assertThat(new Posting(2, HouseAccount.FX, HouseAccount.FEES, FIVE).account()).isEmpty();
    }

    @Test
    void nothing_a_place_to_itself_and_two_accounts_are_no_posting() {
        var other = available(new AccountId(new UUID(4, 4)));

        assertThatThrownBy(() -> new Posting(0, available(ACCOUNT), HouseAccount.FX, FIVE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting(1, available(ACCOUNT), HouseAccount.FX, Money.zero(USDC))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting(1, available(ACCOUNT), available(ACCOUNT), FIVE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting(1, available(ACCOUNT), other, FIVE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_position_of_an_entry_is_read_as_it_is_written() {
        var position = new Entry.Position(Instant.parse("2025-03-15T12:00:00.123Z"), 42);

        assertThat(position).hasToString("1742040000123.42");
        assertThat(Entry.Position.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", ".", "1.", ".1", "-1.1", "253402300800000.1", "9223372036854775807.1", "1.9223372036854775808", "a.1"})
    void another_text_is_no_position(String text) {
        assertThatThrownBy(() -> Entry.Position.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
