package dev.corridor.testing.model;

import dev.corridor.testing.Store;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Many concurrent clients use the same accounts, quotes, payouts and idempotency keys; every response must match the books. */
public abstract class CrowdContract {

    private static final int CUSTOMERS = 12;
    private static final int STEPS = 25;

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

    @Provide
    Arbitrary<List<List<Draw>>> sequences() {
        return Draw.any().list().ofSize(STEPS).list().ofSize(CUSTOMERS);
    }
}
