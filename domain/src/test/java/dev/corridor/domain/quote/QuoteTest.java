package dev.corridor.domain.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final Instant EXPIRY = NOON.plus(Duration.ofMinutes(5));

    private final Quote quote = aQuote();

    @Test
    void a_quote_can_be_executed_until_the_moment_it_expires() {
        assertThat(quote.execute(EXPIRY.minusMillis(1)).executedAt()).isEqualTo(EXPIRY.minusMillis(1));
        assertRefused(EXPIRY, quote, new QuoteExpired(quote.id(), EXPIRY));
    }

    @Test
    void a_quote_is_used_up_by_its_execution() {
        var completed = quote.execute(NOON);

        assertRefused(NOON.plusSeconds(1), completed, new QuoteAlreadyUsed(quote.id(), NOON));
    }

    @Test
    void a_used_quote_that_has_also_expired_is_called_used() {
        var completed = quote.execute(NOON);

        assertRefused(EXPIRY.plusSeconds(1), completed, new QuoteAlreadyUsed(quote.id(), NOON));
        assertThat(completed.statusAt(EXPIRY.plusSeconds(1))).isEqualTo(Quote.Status.COMPLETED);
    }

    @Test
    void whether_it_has_expired_depends_on_when_you_look() {
        assertThat(quote.statusAt(NOON)).isEqualTo(Quote.Status.PENDING);
        assertThat(quote.statusAt(EXPIRY)).isEqualTo(Quote.Status.EXPIRED);
    }

    @Test
    void the_validity_has_bounds() {
        assertThatThrownBy(() -> new Pricing(Duration.ofMillis(999), new Spread(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pricing(Duration.ofHours(1).plusMillis(1), new Spread(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Instant now, Quote quote, QuoteError expected) {
        assertThatThrownBy(() -> quote.execute(now))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }

    private static Quote aQuote() {
        var conversion = QuotePolicy.STANDARD.money().spreads().sell(Money.of("10.00", Asset.USD), Rate.of("1", Asset.USD, Asset.USDC));
        return Quote.issue(
                new QuoteId(new UUID(1, 1)),
                new OrganizationId(new UUID(2, 2)),
                new AccountId(new UUID(3, 3)),
                conversion,
                QuotePolicy.STANDARD.money(),
                NOON);
    }
}
