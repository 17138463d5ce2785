package dev.corridor.domain.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OpenQuotesTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 3));
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pricing PRICING = new Pricing(WINDOW, new Spread(3));
    private static final OpenQuotes.Limit LIMIT = new OpenQuotes.Limit(3, 1_000, WINDOW);

    @Test
    void no_more_quotes_are_open_than_the_limit_allows() {
        var open = issue(issue(issue(OpenQuotes.none(ACCOUNT), NOON, "1.00"), NOON, "1.00"), NOON, "1.00");

        assertRefused(() -> issue(open, NOON, "1.00"), new LimitExceeded("openQuotes", 3));
    }

    @Test
    void they_are_worth_no_more_than_the_limit_allows_each_rounded_up() {
        var open = issue(OpenQuotes.none(ACCOUNT), NOON, "500.01");

        assertRefused(() -> issue(open, NOON, "499.01"), new LimitExceeded("openQuotesWorth", 1_000));
        assertThat(issue(open, NOON, "499.00").present()).isEqualTo(new OpenQuotes.Tally(2, 1_000));
    }

    @Test
    void an_executed_one_makes_room_at_once() {
        var open = issue(OpenQuotes.none(ACCOUNT), NOON, "1000.00");

        var executed = open.execute(quote(NOON, "1000.00").terms(), LIMIT);

        assertThat(issue(executed, NOON, "1000.00").present()).isEqualTo(new OpenQuotes.Tally(1, 1_000));
    }

    @Test
    void one_of_the_window_before_makes_room_as_well() {
        var open = issue(issue(OpenQuotes.none(ACCOUNT), NOON, "400.00"), NOON.plus(WINDOW), "600.00");

        assertThat(open.before()).isEqualTo(new OpenQuotes.Tally(1, 400));
        assertThat(open.execute(quote(NOON, "400.00").terms(), LIMIT).before()).isEqualTo(OpenQuotes.Tally.NONE);
    }

    @Test
    void an_expired_one_counts_for_one_window_more_at_most() {
        var open = issue(OpenQuotes.none(ACCOUNT), NOON, "1000.00");

        assertRefused(() -> issue(open, NOON.plus(WINDOW.multipliedBy(2)).minusMillis(1), "1.00"), new LimitExceeded("openQuotesWorth", 1_000));
        assertThat(issue(open, NOON.plus(WINDOW.multipliedBy(2)), "1000.00").before()).isEqualTo(OpenQuotes.Tally.NONE);
    }

    /** Steps are seconds to wait; every third quote is executed if it still can be. */
    @Property
    void the_tally_is_never_less_than_what_is_open(@ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> steps) {
        var limit = new OpenQuotes.Limit(100, 1_000_000, WINDOW);
        var open = OpenQuotes.none(ACCOUNT);
        var pending = new ArrayList<Quote>();
        var now = NOON;
        for (int step : steps) {
            now = now.plusSeconds(step);
            var moment = now;
            pending.removeIf(quote -> quote.statusAt(moment) == Quote.Status.EXPIRED);
            if (step % 3 == 0 && !pending.isEmpty()) {
                open = open.execute(pending.remove(step % pending.size()).terms(), limit);
            } else {
                open = open.issue(quote(now, "1.00").conversion(), limit, now);
                pending.add(quote(now, "1.00"));
            }
            assertThat(open.present().number() + open.before().number()).isGreaterThanOrEqualTo(pending.size());
        }
    }

    private static OpenQuotes issue(OpenQuotes open, Instant now, String dollars) {
        return open.issue(quote(now, dollars).conversion(), LIMIT, now);
    }

    private static Quote quote(Instant now, String dollars) {
        var conversion = PRICING.spreads().sell(Money.of(dollars, Asset.USD), Rate.of("1", Asset.USDC, Asset.USD));
        return Quote.issue(new QuoteId(new UUID(1, 1)), new OrganizationId(new UUID(2, 2)), ACCOUNT, conversion, PRICING, now);
    }

    private static void assertRefused(ThrowingCallable call, LimitExceeded expected) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }
}
