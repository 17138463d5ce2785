package dev.corridor.testing.model;

import static dev.corridor.testing.Fixtures.aKeyOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.testing.Fixtures;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import dev.corridor.testing.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Runs steps of a new organization on the model and on the real books, and compares the results. */
final class Trial {

    private static final SequentialIds IDS = new SequentialIds();

    private final Certainty certainty;
    private final Store store;
    private final Function<TransactionId, List<Posting>> ledger;
    private final Organization organization = Fixtures.anOrganization();
    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final UseCases real;
    private final BooksModel model = new BooksModel(organization.id());
    private final Known known;

    /** The next identifier, equal in the model and the real books. */
    private UUID fresh = IDS.next();

    /** How many identifiers the step has taken, and whether it makes two transactions. */
    private int taken;
    private boolean makesTwo;

    private Instant latest = clock.instant();

    /** Every state of every transaction. */
    private final List<Transaction> states = new ArrayList<>();

    /** @param ledger reads the postings of a transaction, by line */
    Trial(Store store, Store undisturbed, Function<TransactionId, List<Posting>> ledger, Certainty certainty) {
        this.certainty = certainty;
        this.store = store;
        this.ledger = ledger;
        this.known = new Known(Opening.somebodyElse(undisturbed));
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        this.real = new UseCases(store, organization, this::nextId, clock);
        Opening.steps(known).forEach(step -> take(certainty.named(new Known.Named(step.get(), Optional.empty()))));
    }

    void take(Draw draw) {
        if (certainty.admits(draw)) {
            take(certainty.named(known.step(draw, clock.instant())));
        }
    }

    private void take(Known.Named asked) {
        take(asked.step(), asked.name());
    }

    private void take(Step step, Optional<String> name) {
        var before = new HashMap<>(model.transactions());
        fresh = IDS.next();
        taken = 0;
        makesTwo = step instanceof Step.TransferBetweenAccounts;
        switch (step) {
            case Step.Request request -> takeBoth(request, name);
            case Step.Question question -> assertThat(real.take(question))
                    .as("answer to %s", question)
                    .isEqualTo(model.take(question, clock.instant()));
            case Step.ChainTells told -> tellBoth(told);
            case Step.TimePasses time -> real.take(time);
            case Step.WaitsEnd ending -> {
                model.endWaits(clock.instant());
                real.take(ending);
            }
        }
        latest = clock.instant().isAfter(latest) ? clock.instant() : latest;
        assertThatTheBooksAreAsTheModel(step, before);
    }

    /** A decision that is taken once more makes the same identifiers again. */
    private UUID nextId() {
        boolean isSecond = makesTwo && taken++ % 2 == 1;
        return isSecond ? BooksModel.second(fresh) : fresh;
    }

    private void takeBoth(Step.Request request, Optional<String> name) {
        var expected = model.take(request, name, fresh, clock.instant());
        var actual = real.takeUntilAnswered(request, name);
        if (actual.asked() == 1) {
            assertThat(actual.outcome()).as("answer to %s named %s", request, name).isEqualTo(expected);
        } else {
            assertThat(actual.outcome()).as("last answer to %s named %s", request, name).isIn(expected, expected.again());
        }
        known.learn(expected);
    }

    /** Advances the clock to the latest node's, or a lease taken there would still hold. */
    private void tellBoth(Step.ChainTells told) {
        clock.advance(Duration.between(clock.instant(), latest));
        model.tell(told, clock.instant());
        real.take(told);
    }

    private void assertThatTheBooksAreAsTheModel(Step step, Map<TransactionId, ?> before) {
        for (var account : model.accounts()) {
            assertThat(store.accounts().balances(organization.id(), account))
                    .as("balances of %s after %s", account, step)
                    .isEqualTo(model.balances(account));
        }
        model.transactions().forEach((id, transaction) -> {
            if (!transaction.equals(before.get(id))) {
                if (!before.containsKey(id) && isEndedPayout(transaction)) {
                    states.add(asItBegan(transaction));
                }
                states.add(transaction);
                assertThat(store.transactions().find(organization.id(), id)).as("after %s", step).contains(transaction);
                assertThat(ledger.apply(id)).as("postings of %s after %s", id, step).isEqualTo(model.postings(id));
            }
        });
    }

    private static boolean isEndedPayout(Transaction transaction) {
        return transaction.isPayoutThat(TransactionStatus.DECLINED) || transaction.isPayoutThat(TransactionStatus.COMPLETED);
    }

    /** An immediately refused payout was LOCKED first. */
    private static Transaction asItBegan(Transaction payout) {
        return new Transaction(
                payout.id(),
                payout.organization(),
                payout.account(),
                TransactionStatus.LOCKED,
                payout.amount(),
                payout.details(),
                payout.memo(),
                payout.createdAt(),
                payout.createdAt(),
                Optional.empty());
    }

    /** Ends every payout: no money stays locked, and the events contain every state exactly once. */
    void end() {
        for (var payout : known.payouts()) {
            take(certainty.named(new Known.Named(new Step.EndPayout(payout, Ending.DECLINED), Optional.empty())));
        }
        for (var account : model.accounts()) {
            assertThat(store.accounts().balances(organization.id(), account)).allMatch(balance -> balance.locked().isZero());
        }
        var transactions = Set.of(new Topic(organization.id(), EventKind.TRANSACTION));
        assertThat(store.events().read(transactions, 0, store.events().horizon(organization.id()), Integer.MAX_VALUE))
                .extracting(event -> ((TransactionEvent) event).transaction())
                .containsExactlyInAnyOrderElementsOf(states);
    }
}
