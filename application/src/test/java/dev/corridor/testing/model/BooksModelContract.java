package dev.corridor.testing.model;

import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.testing.Store;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** For random sequences of requests, the use cases on the store return what {@link BooksModel} returns, and the stored state equals the model's. */
public abstract class BooksModelContract {

    private static final int STEPS = 60;

    /** The implementation under test. It may hold other data already. */
    protected abstract Store store();

    /** The postings of a transaction, by line. */
    protected abstract List<Posting> postingsOf(TransactionId transaction);

    /** The same data, without injected failures. */
    protected Store undisturbed(Store store) {
        return store;
    }

    protected Certainty certainty() {
        return Certainty.ANSWERED;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(TriesPerRound.class)
    void every_sequence_of_requests_is_answered_as_by_the_model(@ForAll("sequences") ActionChain<Trial> sequence) {
        sequence.run().end();
    }

    @Provide
    Arbitrary<ActionChain<Trial>> sequences() {
        return ActionChain.startWith(this::begin).withAction(new TakeAnyStep()).withMaxTransformations(STEPS);
    }

    private Trial begin() {
        var store = store();
        return new Trial(store, undisturbed(store), this::postingsOf, certainty());
    }

    private static final class TakeAnyStep implements Action.Independent<Trial> {

        @Override
        public Arbitrary<Transformer<Trial>> transformer() {
            return Draw.any().map(draw -> Transformer.mutate(draw.toString(), trial -> trial.take(draw)));
        }
    }
}
