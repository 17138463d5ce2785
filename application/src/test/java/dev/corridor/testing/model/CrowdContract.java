package dev.corridor.testing.model;

import dev.corridor.testing.Store;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Many concurrent clients use the same accounts, quotes, payouts and idempotency keys; every response must match the books. */
public abstract class CrowdContract {

    private static final int CUSTOMERS = 12;
    private static final int STEPS = 25;
    private static final int TWO_HUNDRED_AND_FIFTY = 6;
    private static final int EUROS = 2;

    /** The nodes under test, on shared data. They may hold other data already. */
    protected abstract List<? extends Store> nodes();

    protected Certainty certainty() {
        return Certainty.ANSWERED;
    }

    /** Concurrency is not reproducible, so shrinking is useless. */
    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(TriesPerRound.class)
    void what_a_crowd_is_told_is_in_the_books(@ForAll("sequences") List<List<Draw>> sequences) throws Exception {
        var crowd = new Crowd(nodes(), certainty());
        crowd.take(sequences);
        crowd.assertThatTheAnswersTellWhatIsInTheBooks();
    }

    /** Whoever makes a payout asks to approve it, and then for another thing under the same name. */
    @Example
    void a_name_that_was_refused_to_who_may_not_ask_is_left_to_others() throws Exception {
        var made = new Draw(Draw.Kind.PAY_OUT_FIAT, 0, 0, TWO_HUNDRED_AND_FIFTY, EUROS, 0);
        var judgedByItsMaker = new Draw(Draw.Kind.JUDGE_PAYOUT, 0, 1, 0, 0, 1);
        var somebodyElsesUnderItsName = new Draw(Draw.Kind.REUSE_NAME, 0, 11, 0, 0, 0);
        var crowd = new Crowd(nodes(), certainty());
        crowd.take(List.of(List.of(made, judgedByItsMaker, somebodyElsesUnderItsName)));
        crowd.assertThatTheAnswersTellWhatIsInTheBooks();
    }

    @Provide
    Arbitrary<List<List<Draw>>> sequences() {
        return Draw.any().list().ofSize(STEPS).list().ofSize(CUSTOMERS);
    }
}
