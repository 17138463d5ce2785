package dev.corridor.domain.funding;

import dev.corridor.domain.money.Money;
import java.math.BigInteger;

/** What arrived. */
public sealed interface Value {

    /** An amount of an asset that accounts can hold. */
    record Known(Money money) implements Value {

        public Known {
            if (!money.isPositive()) {
                throw new IllegalArgumentException("what arrives is more than nothing");
            }
        }
    }

    /**
     * Something that no account can hold.
     *
     * @param asset as the rail names it: a token's contract, a currency
     * @param units in the smallest unit that the rail counts in
     */
    record Foreign(String asset, BigInteger units) implements Value {

        public Foreign {
            if (units.signum() <= 0) {
                throw new IllegalArgumentException("what arrives is more than nothing");
            }
        }
    }
}
