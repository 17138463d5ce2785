package dev.corridor.testing.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One step of a random sequence, before it is known what there is to act on: its numbers choose among what the steps before it have made
 * ({@link Known}). Smaller numbers are simpler, so that a failure shrinks to a sequence that can be read.
 *
 * @param first the account, or the one other thing that the step is about
 * @param second the beneficiary, or what the chain says
 * @param name 0 for a request that is not named
 */
record Draw(Kind kind, int first, int second, int amount, int asset, int name) {

    enum Kind {
        DEPOSIT,
        ISSUE_QUOTE,
        EXECUTE_QUOTE,
        CONVERT,
        PAY_OUT_CRYPTO,
        PAY_OUT_FIAT,
        TRANSFER,
        END_PAYOUT,
        CHAIN_TELLS,
        JUDGE_PAYOUT,
        WAITS_END,
        REVERSE,
        RETURN,
        /** An earlier request that was named, once more. */
        REPEAT,
        /** An earlier request's name, for other content. */
        REUSE_NAME,
        TIME_PASSES,
        OPEN_ACCOUNT,
        REGISTER_WALLET,
        REGISTER_BANK_ACCOUNT,
        ARCHIVE_BENEFICIARY,
        BALANCE_AT,
        STATEMENT,
        QUOTE_SEEN,
        TRANSACTION_SEEN
    }

    private static final int CHOICES = 12;

    static Arbitrary<Draw> any() {
        var kind = Arbitraries.frequency(
                Tuple.of(4, Kind.DEPOSIT),
                Tuple.of(6, Kind.ISSUE_QUOTE),
                Tuple.of(8, Kind.EXECUTE_QUOTE),
                Tuple.of(5, Kind.CONVERT),
                Tuple.of(5, Kind.PAY_OUT_CRYPTO),
                Tuple.of(4, Kind.PAY_OUT_FIAT),
                Tuple.of(4, Kind.TRANSFER),
                Tuple.of(5, Kind.END_PAYOUT),
                Tuple.of(4, Kind.CHAIN_TELLS),
                Tuple.of(4, Kind.JUDGE_PAYOUT),
                Tuple.of(1, Kind.WAITS_END),
                Tuple.of(5, Kind.REVERSE),
                Tuple.of(4, Kind.RETURN),
                Tuple.of(6, Kind.REPEAT),
                Tuple.of(2, Kind.REUSE_NAME),
                Tuple.of(4, Kind.TIME_PASSES),
                Tuple.of(1, Kind.OPEN_ACCOUNT),
                Tuple.of(1, Kind.REGISTER_WALLET),
                Tuple.of(1, Kind.REGISTER_BANK_ACCOUNT),
                Tuple.of(1, Kind.ARCHIVE_BENEFICIARY),
                Tuple.of(2, Kind.BALANCE_AT),
                Tuple.of(2, Kind.STATEMENT),
                Tuple.of(1, Kind.QUOTE_SEEN),
                Tuple.of(1, Kind.TRANSACTION_SEEN));
        var choice = Arbitraries.integers().between(0, CHOICES - 1);
        return Combinators.combine(kind, choice, choice, choice, choice, Arbitraries.integers().between(0, 3)).as(Draw::new);
    }
}
