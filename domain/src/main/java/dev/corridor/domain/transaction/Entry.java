package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.Money;
import java.time.Instant;

/**
 * A side of a posting, as the owner of the account reads it.
 *
 * @param line its number within its transaction, from 1
 * @param balanceAfter the bucket's balance right after it
 */
public record Entry(
        Position position,
        TransactionId transaction,
        int line,
        AccountId account,
        Bucket bucket,
        Money amount,
        Money balanceAfter,
        Instant postedAt) {

    /**
     * Its place in the account's order of posting. As text, {@code postedAt} in milliseconds and the number.
     *
     * @param number orders the entries of one instant
     */
    public record Position(Instant postedAt, long number) {

        private static final String SEPARATOR = ".";

        private static final long LAST_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

        /** @throws IllegalArgumentException if the text is no position */
        public static Position parse(String text) {
            int end = text.indexOf(SEPARATOR);
            if (end < 0) {
                throw new IllegalArgumentException("a position has two numbers");
            }
            long millis = Long.parseLong(text.substring(0, end));
            if (millis < 0 || millis > LAST_MILLIS) {
                throw new IllegalArgumentException("nothing was posted then");
            }
            return new Position(Instant.ofEpochMilli(millis), Long.parseLong(text.substring(end + 1)));
        }

        @Override
        public String toString() {
            return postedAt.toEpochMilli() + SEPARATOR + number;
        }
    }
}
