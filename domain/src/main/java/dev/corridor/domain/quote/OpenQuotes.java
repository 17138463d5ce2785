package dev.corridor.domain.quote;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.LimitExceeded;
import java.time.Duration;
import java.time.Instant;

/**
 * The quotes of an account that are neither executed nor expired: a tally by the window of time in which they were issued. A window lasts as
 * long as a quote may be valid, so all that are open are in the present window or the one before it. A quote that has expired counts until its window
 * is the last but one: the tally is never less than what is open, and lags behind it by one window at most.
 *
 * @param since the beginning of the present window
 * @param present issued since then and not executed
 * @param before issued in the window before and not executed
 */
public record OpenQuotes(AccountId account, Instant since, Tally present, Tally before) {

    /** @param worth in whole units of the symbols' counter assets, rounded up quote by quote: dollars, in the standard catalogue */
    public record Tally(long number, long worth) {

        public static final Tally NONE = new Tally(0, 0);

        private Tally plus(Conversion conversion) {
            return new Tally(Math.addExact(number, 1), Math.addExact(worth, conversion.size()));
        }

        private Tally minus(Conversion conversion) {
            return new Tally(Math.max(0, number - 1), Math.max(0, worth - conversion.size()));
        }
    }

    /**
     * How many quotes an account may have open at a time, and their worth.
     *
     * @param window the longest time for which a quote may be valid
     */
    public record Limit(int number, int worth, Duration window) {

        private static final String NUMBER = "openQuotes";
        private static final String WORTH = "openQuotesWorth";

        public Limit {
            if (number < 1 || worth < 1 || !window.isPositive()) {
                throw new IllegalArgumentException("a limit of open quotes leaves room for one");
            }
        }

        private void requireWithin(Tally present, Tally before) {
            require(NUMBER, number, Math.addExact(present.number, before.number));
            require(WORTH, worth, Math.addExact(present.worth, before.worth));
        }

        private static void require(String what, int maximum, long reached) {
            if (reached > maximum) {
                throw new BusinessException(new LimitExceeded(what, maximum));
            }
        }
    }

    public static OpenQuotes none(AccountId account) {
        return new OpenQuotes(account, Instant.EPOCH, Tally.NONE, Tally.NONE);
    }

    /** With one more, or {@code limit_exceeded}. */
    public OpenQuotes issue(Conversion conversion, Limit limit, Instant now) {
        var until = at(now, limit.window);
        var issued = new OpenQuotes(account, until.since, until.present.plus(conversion), until.before);
        limit.requireWithin(issued.present, issued.before);
        return issued;
    }

    /** With one less. One that is not among them any more has expired for them, and changes nothing. */
    public OpenQuotes execute(Quote.Terms terms, Limit limit) {
        if (!terms.issuedAt().isBefore(since)) {
            return new OpenQuotes(account, since, present.minus(terms.conversion()), before);
        }
        boolean isOfTheWindowBefore = !terms.issuedAt().isBefore(since.minus(limit.window));
        return isOfTheWindowBefore ? new OpenQuotes(account, since, present, before.minus(terms.conversion())) : this;
    }

    /** A clock that is behind another node's changes nothing. */
    private OpenQuotes at(Instant now, Duration window) {
        var next = since.plus(window);
        if (now.isBefore(next)) {
            return this;
        }
        return now.isBefore(next.plus(window))
                ? new OpenQuotes(account, next, Tally.NONE, present)
                : new OpenQuotes(account, now, Tally.NONE, Tally.NONE);
    }
}
