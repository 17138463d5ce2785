package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aMessageOf;
import static dev.corridor.testing.Fixtures.aTestOf;
import static dev.corridor.testing.Fixtures.anEndpointOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.application.webhook.port.Deliveries.Backlog;
import dev.corridor.application.webhook.port.Deliveries.Delivery;
import dev.corridor.application.webhook.port.Deliveries.Report;
import dev.corridor.application.webhook.port.Deliveries.Result;
import dev.corridor.application.webhook.port.Deliveries.Turn;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointHealth;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.Redelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link Deliveries}. */
public abstract class DeliveriesContract extends StoreContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final EndpointHealth WIDE = new EndpointHealth(0, Optional.empty(), EndpointHealth.MAX_WINDOW);
    private static final SequentialIds IDS = new SequentialIds();

    private Endpoint endpoint;

    @BeforeEach
    void an_endpoint() {
        endpoint = anEndpointOf(organization);
        decide(open -> open.add(endpoint));
    }

    @Test
    void a_new_endpoint_begins_with_what_happens_next() {
        assertThat(backlog()).isEmpty();

        stored(aLiveQuoteOf(account));

        var backlog = backlog().orElseThrow();
        assertThat(backlog.replay()).isEmpty();
        assertThat(backlog.room()).isEqualTo(Deliveries.MAX_PENDING);
        assertThat(backlog.end()).isLessThanOrEqualTo(store.events().horizon(organization.id()));
    }

    @Test
    void a_cursor_moves_once_and_only_the_endpoints_own() {
        var other = anEndpointOf(organization);
        decide(open -> open.add(other));
        stored(aLiveQuoteOf(account));
        var backlog = backlog().orElseThrow();

        assertThat(store.deliveries().advance(backlog, backlog.end(), List.of(), NOON)).isTrue();

        assertThat(store.deliveries().advance(backlog, backlog.end(), List.of(), NOON)).isFalse();
        assertThat(backlog()).isEmpty();
        assertThat(backlogOf(other, NOON)).isPresent();
    }

    @Test
    void messages_of_a_subject_are_due_one_after_the_other() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "a", 2), aMessageOf(organization, "b", 3));
        widen();

        var first = claim(NOON).orElseThrow();
        assertThat(subjects(first)).containsExactly("a 1", "b 3");

        report(first, WIDE, NOON, AttemptOutcome.DELIVERED);
        assertThat(subjects(claim(NOON).orElseThrow())).containsExactly("a 2");
    }

    @Test
    void what_failed_holds_back_its_subject_until_it_is_delivered_or_given_up() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "a", 2));
        var later = NOON.plusSeconds(5);
        report(claim(NOON).orElseThrow(), EndpointHealth.NEW, NOON, AttemptOutcome.REFUSED, Optional.of(later));

        assertThat(claim(later.minusMillis(1))).isEmpty();

        var again = claim(later).orElseThrow();
        assertThat(again.due()).singleElement().satisfies(delivery -> {
            assertThat(delivery.message().sequence()).isEqualTo(1);
            assertThat(delivery.attempts()).isEqualTo(1);
            assertThat(delivery.firstAttemptAt()).hasValue(NOON);
        });
        report(again, EndpointHealth.NEW, later, AttemptOutcome.TIMED_OUT, Optional.empty());
        assertThat(subjects(claim(later).orElseThrow())).containsExactly("a 2");
    }

    @Test
    void an_endpoint_has_one_turn_at_a_time_until_its_lease_ends() {
        enqueue(aMessageOf(organization, "a", 1));
        var lost = claim(NOON).orElseThrow();

        assertThat(claim(NOON.plus(LEASE).minusMillis(1))).isEmpty();

        var taken = claim(NOON.plus(LEASE)).orElseThrow();
        assertThat(taken.due()).isEqualTo(lost.due());
        report(lost, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(attempts()).isEmpty();
        report(taken, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(attempts()).hasSize(1);
        assertThat(claim(NOON.plus(LEASE))).isEmpty();
    }

    @Test
    void a_turn_has_no_more_than_the_health_of_the_endpoint_allows() {
        enqueue(IntStream.rangeClosed(1, 20).mapToObj(i -> aMessageOf(organization, "s" + i, i)).toArray(Message[]::new));

        var one = claim(NOON).orElseThrow();
        assertThat(one.due()).hasSize(1);
        assertThat(one.health()).isEqualTo(EndpointHealth.NEW);

        report(one, WIDE, NOON, AttemptOutcome.DELIVERED);
        assertThat(claim(NOON).orElseThrow().due()).hasSize(EndpointHealth.MAX_WINDOW);
    }

    @Test
    void a_failing_endpoint_rests_and_is_claimed_as_such() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "b", 2));
        var failing = new EndpointHealth(3, Optional.of(NOON), 1);
        var rested = NOON.plusSeconds(9);
        report(claim(NOON).orElseThrow(), failing, rested, AttemptOutcome.TIMED_OUT, Optional.of(NOON.plusSeconds(1)));

        assertThat(claim(rested.minusMillis(1), true)).isEmpty();
        assertThat(claim(rested, false)).isEmpty();
        var turn = claim(rested, true).orElseThrow();
        assertThat(turn.health()).isEqualTo(failing);
        assertThat(subjects(turn)).containsExactly("a 1");
    }

    @Test
    void a_change_of_the_endpoint_lets_it_be_tried_at_once() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "b", 2));
        var failing = new EndpointHealth(9, Optional.of(NOON), 1);
        report(claim(NOON).orElseThrow(), failing, NOON.plusSeconds(300), AttemptOutcome.TIMED_OUT, Optional.of(NOON.plusSeconds(60)));

        decide(open -> open.replace(endpoint.change(endpoint.terms(), NOON.plusSeconds(1))));

        assertThat(subjects(claim(NOON.plusSeconds(1)).orElseThrow())).containsExactly("b 2");
    }

    @Test
    void a_disabled_endpoint_gets_nothing_and_what_happens_waits() {
        enqueue(aMessageOf(organization, "a", 1));
        var disabled = endpoint.disable(NOON);
        decide(open -> open.replace(disabled));
        stored(aLiveQuoteOf(account));

        assertThat(claim(NOON)).isEmpty();
        assertThat(backlog()).isEmpty();

        decide(open -> open.replace(endpoint));
        assertThat(backlog()).isPresent();
        assertThat(claim(NOON)).isPresent();
    }

    @Test
    void a_removed_endpoint_gets_nothing() {
        enqueue(aMessageOf(organization, "a", 1));
        var turn = claim(NOON).orElseThrow();

        decide(open -> open.remove(endpoint.id()));
        stored(aLiveQuoteOf(account));

        report(turn, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(claim(NOON.plus(LEASE))).isEmpty();
        assertThat(backlog()).isEmpty();
    }

    @Test
    void an_endpoint_with_enough_to_do_is_given_no_more() {
        enqueue(IntStream.rangeClosed(1, Deliveries.MAX_PENDING).mapToObj(i -> aMessageOf(organization, "s" + i, i)).toArray(Message[]::new));
        stored(aLiveQuoteOf(account));

        assertThat(backlog()).isEmpty();

        report(claim(NOON).orElseThrow(), EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(backlog().orElseThrow().room()).isEqualTo(1);
    }

    @Test
    void an_endpoint_that_hangs_or_rests_is_given_nothing_until_it_could_be_claimed() {
        enqueue(aMessageOf(organization, "a", 1));
        var turn = claim(NOON).orElseThrow();
        stored(aLiveQuoteOf(account));

        assertThat(backlog()).isEmpty();
        assertThat(backlog(NOON.plus(LEASE))).isPresent();

        var rested = NOON.plusSeconds(9);
        report(turn, new EndpointHealth(1, Optional.of(NOON), 1), rested, AttemptOutcome.TIMED_OUT, Optional.of(rested));
        assertThat(backlog(rested.minusMillis(1))).isEmpty();
        assertThat(backlog(rested)).isPresent();
    }

    @Test
    void an_attempt_is_listed_as_it_was_newest_first() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "b", 2));
        var refused = report(claim(NOON).orElseThrow(), EndpointHealth.NEW, NOON, AttemptOutcome.REFUSED, Optional.of(NOON.plusSeconds(5)));
        var delivered = report(claim(NOON).orElseThrow(), EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);

        assertThat(attempts()).containsExactly(delivered, refused);
        var rest = store.deliveries().attempts(organization.id(), endpoint.id(), new PageRequest<>(1, Optional.of(delivered.id())));
        assertThat(rest.items()).containsExactly(refused);
    }

    @Test
    void an_event_has_one_message_for_all_endpoints() {
        var other = anEndpointOf(organization);
        decide(open -> open.add(other));
        stored(aLiveQuoteOf(account));
        var first = aMessageOf(organization, "a", 1);
        var second = aMessageOf(organization, "a", 1);

        store.deliveries().advance(backlog().orElseThrow(), Long.MAX_VALUE, List.of(first), NOON);
        store.deliveries().advance(backlogOf(other, NOON).orElseThrow(), Long.MAX_VALUE, List.of(second), NOON);

        var turns = store.deliveries().claim(IDS.next(), NOON, LEASE, false, Integer.MAX_VALUE);
        assertThat(turns)
                .filteredOn(turn -> List.of(endpoint, other).contains(turn.endpoint()))
                .hasSize(2)
                .allSatisfy(turn -> assertThat(turn.due()).extracting(Delivery::message).containsExactly(first));
    }

    @Test
    void a_message_is_sent_again_on_demand_whatever_became_of_it() {
        enqueue(aMessageOf(organization, "a", 1));
        var turn = claim(NOON).orElseThrow();
        var message = turn.due().getFirst().message();
        report(turn, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);

        decide(open -> open.record(new Redelivery.OfMessage(endpoint.id(), message.id())));

        assertThat(store.deliveries().message(organization.id(), message.id())).hasValue(message);
        var again = claim(NOON).orElseThrow();
        assertThat(again.due()).containsExactly(new Delivery(message, 0, Optional.empty()));
        decide(open -> open.record(new Redelivery.OfMessage(endpoint.id(), message.id())));
        report(again, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void a_message_that_waits_for_its_next_attempt_is_sent_at_once_on_demand() {
        enqueue(aMessageOf(organization, "a", 1));
        var turn = claim(NOON).orElseThrow();
        var failing = new EndpointHealth(9, Optional.of(NOON), 1);
        report(turn, failing, NOON.plusSeconds(300), AttemptOutcome.REFUSED, Optional.of(NOON.plusSeconds(60)));

        decide(open -> open.record(new Redelivery.OfMessage(endpoint.id(), turn.due().getFirst().message().id())));

        var again = claim(NOON, true).orElseThrow();
        assertThat(again.due()).singleElement().satisfies(delivery -> assertThat(delivery.attempts()).isEqualTo(1));
        report(again, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        assertThat(claim(NOON.plusSeconds(300))).isEmpty();
    }

    @Test
    void a_test_is_sent_at_once() {
        var test = aTestOf(endpoint);

        decide(open -> open.record(new Redelivery.OfTest(endpoint.id(), test)));

        assertThat(claim(NOON).orElseThrow().due()).containsExactly(new Delivery(test, 0, Optional.empty()));
    }

    @Test
    void a_replay_has_a_cursor_of_its_own_over_a_period() {
        stored(aLiveQuoteOf(account));
        var live = backlog().orElseThrow();
        store.deliveries().advance(live, live.end(), List.of(aMessageOf(organization, "a", live.position())), NOON);
        var turn = claim(NOON).orElseThrow();
        report(turn, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);

        decide(open -> open.record(new Redelivery.OfPeriod(endpoint.id(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))));

        var replay = backlog().orElseThrow();
        assertThat(replay.replay().orElseThrow().contains(NOON)).isTrue();
        var events = store.events().read(List.of(new Topic(organization.id(), EventKind.QUOTE)), replay.position(), replay.end(), 10);
        assertThat(events).hasSize(1);
        assertThat(store.deliveries().advance(replay, replay.end(), List.of(aMessageOf(organization, "a", live.position())), NOON)).isTrue();
        assertThat(backlog()).isEmpty();
        assertThat(claim(NOON).orElseThrow().due()).extracting(Delivery::message).isEqualTo(List.of(turn.due().getFirst().message()));
    }

    @Test
    void what_is_over_is_forgotten_and_what_is_pending_is_kept() {
        enqueue(aMessageOf(organization, "a", 1), aMessageOf(organization, "b", 2));
        var over = claim(NOON).orElseThrow();
        report(over, EndpointHealth.NEW, NOON, AttemptOutcome.DELIVERED);
        var much = NOON.plus(Deliveries.LONGER).plusSeconds(1);

        forget(much);

        assertThat(attempts()).isEmpty();
        assertThat(store.deliveries().message(organization.id(), over.due().getFirst().message().id())).isEmpty();
        assertThat(subjects(claim(NOON).orElseThrow())).containsExactly("b 2");
    }

    /** Other tests may have left something on the same database. */
    private void forget(Instant before) {
        while (store.deliveries().forget(before, 1_000) == 1_000) {
            // There is more.
        }
    }

    private Optional<Backlog> backlog() {
        return backlog(NOON);
    }

    private Optional<Backlog> backlog(Instant now) {
        return backlogOf(endpoint, now);
    }

    private Optional<Backlog> backlogOf(Endpoint wanted, Instant now) {
        return store.deliveries().backlogs(now, Integer.MAX_VALUE).stream()
                .filter(backlog -> backlog.endpoint().id().equals(wanted.id()))
                .findAny();
    }

    /** As if they told of an event that there is. */
    private void enqueue(Message... messages) {
        stored(aLiveQuoteOf(account));
        var backlog = backlog().orElseThrow();
        assertThat(store.deliveries().advance(backlog, backlog.end(), Arrays.asList(messages), NOON)).isTrue();
    }

    private void widen() {
        var test = aTestOf(endpoint);
        decide(open -> open.record(new Redelivery.OfTest(endpoint.id(), test)));
        report(claim(NOON).orElseThrow(), WIDE, NOON, AttemptOutcome.DELIVERED);
    }

    private Optional<Turn> claim(Instant now) {
        return claim(now, false).filter(turn -> !turn.due().isEmpty());
    }

    private Optional<Turn> claim(Instant now, boolean failing) {
        return store.deliveries().claim(IDS.next(), now, LEASE, failing, Integer.MAX_VALUE).stream()
                .filter(turn -> turn.endpoint().id().equals(endpoint.id()))
                .findAny();
    }

    private static List<String> subjects(Turn turn) {
        return turn.due().stream().map(Delivery::message).map(message -> message.subject() + " " + message.sequence()).toList();
    }

    private Attempt report(Turn turn, EndpointHealth health, Instant resting, AttemptOutcome outcome) {
        return report(turn, health, resting, outcome, Optional.empty());
    }

    /** The last attempt. */
    private Attempt report(Turn turn, EndpointHealth health, Instant resting, AttemptOutcome outcome, Optional<Instant> next) {
        var results = turn.due().stream().map(delivery -> new Result(delivery, anAttempt(delivery, outcome, next))).toList();
        store.deliveries().report(List.of(new Report(turn, health, resting, results)));
        return results.getLast().attempt();
    }

    private static Attempt anAttempt(Delivery delivery, AttemptOutcome outcome, Optional<Instant> next) {
        return new Attempt(
                new AttemptId(IDS.next()),
                delivery.message().id(),
                delivery.message().type(),
                NOON,
                outcome,
                outcome == AttemptOutcome.DELIVERED ? OptionalInt.of(204) : OptionalInt.empty(),
                Duration.ofMillis(17),
                "naïve 汉",
                next);
    }

    private List<Attempt> attempts() {
        return store.deliveries().attempts(organization.id(), endpoint.id(), PageRequest.first()).items();
    }

    private UUID decide(Consumer<OpenRegistry> change) {
        return store.registry().decide(organization.id(), Optional.empty(), open -> {
            change.accept(open);
            return endpoint.id().uuid();
        });
    }

    /** Delivers what is due to an endpoint. */
    static void deliverAll(Store store, Endpoint endpoint) {
        store.deliveries().claim(IDS.next(), NOON, LEASE, false, Integer.MAX_VALUE).stream()
                .filter(turn -> turn.endpoint().id().equals(endpoint.id()))
                .forEach(turn -> store.deliveries()
                        .report(List.of(new Report(
                                turn,
                                WIDE,
                                NOON,
                                turn.due().stream()
                                        .map(delivery -> new Result(delivery, anAttempt(delivery, AttemptOutcome.DELIVERED, Optional.empty())))
                                        .toList()))));
    }
}
