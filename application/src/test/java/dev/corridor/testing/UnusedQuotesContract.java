package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.quote.port.UnusedQuotes}. */
public abstract class UnusedQuotesContract extends StoreContract {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final Instant MIDNIGHT = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    private long random;

    @Test
    void what_nobody_has_used_goes_with_its_time_and_what_was_executed_stays() {
        var unused = stored(issuedAt(MIDNIGHT.minusSeconds(1)));
        var longUnused = stored(issuedAt(MIDNIGHT.minus(Duration.ofDays(300))));
        var executed = executed(issuedAt(MIDNIGHT.minus(Duration.ofDays(30))));
        var later = stored(issuedAt(MIDNIGHT));

        while (store.unusedQuotes().removeSome(DAY)) {
            assertThat(isThere(executed)).isTrue();
        }

        assertThat(isThere(unused)).isFalse();
        assertThat(isThere(longUnused)).isFalse();
        assertThat(isThere(executed)).isTrue();
        assertThat(isThere(later)).isTrue();
    }

    private boolean isThere(Quote quote) {
        return store.quotes().find(organization.id(), quote.id()).isPresent();
    }

    private Quote executed(Quote quote) {
        stored(quote);
        return store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            var done = quote.execute(quote.terms().issuedAt());
            open.record(done);
            return done;
        });
    }

    private Quote issuedAt(Instant time) {
        var terms = QuotePolicy.STANDARD.money();
        return Quote.issue(
                QuoteId.of(TimeOrderedUuid.of(time, ++random << 32), account.id()),
                organization.id(),
                account.id(),
                terms.spreads().sell(usd("100.00"), Rate.of("1", Asset.USD, Asset.USDC)),
                terms,
                time);
    }
}
