package dev.corridor.persistence.feed;

import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics so long that counting them needs milestones. Row k has the events 2k - 1 and 2k, with the sequences 7k and 7k + 1. */
class EventNumbersTest {

    private static final int ROWS = 25_000;
    private static final long COUNT = 2 * ROWS;
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private final Topic topic = new Topic(anOrganization().id(), EventKind.TRANSACTION);
    private TestDatabase database;
    private PostgresStore store;
    private Jdbi superuser;
    private Events events;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        store = PostgresStore.on(database.dataSource());
        superuser = Database.on(database.superuser());
        events = store.events();
        superuser.useHandle(handle -> handle.execute(
                """
                insert into events (organization_id, kind, sequence, subject_ids, statuses, reversed_by, returns, changed_at)
                select ?, 'TRANSACTION', 7 * number, array[gen_random_uuid(), gen_random_uuid()], '{LOCKED, COMPLETED}', '{null, null}', '{0, 0}',
                    array[now(), now()]
                from generate_series(1, ?) as number
                """,
                topic.organization().uuid(),
                ROWS));
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void a_long_topic_is_counted_once_and_then_from_milestones() {
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);

        assertThat(milestones()).isEqualTo(2);
        superuser.useHandle(handle -> handle.execute("delete from events where sequence <= 7 * 20000"));
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
    }

    @Test
    void every_number_is_found_with_milestones_and_without() {
        for (var round : new String[]{"without milestones", "with milestones"}) {
            for (long number : new long[]{0, 1, 2, 19_999, 20_000, 20_001, 39_999, 40_000, 40_001, COUNT}) {
                assertThat(events.sequenceOf(topic, number, Long.MAX_VALUE)).as("%d, %s", number, round).hasValue(sequence(number));
                assertThat(events.numberBefore(topic, sequence(number) + 1)).as("%d, %s", number, round).isEqualTo(number);
            }
            assertThat(events.sequenceOf(topic, COUNT + 1, Long.MAX_VALUE)).as(round).isEmpty();
        }
    }

    @Test
    void numbers_stay_when_events_are_forgotten_past_milestones() {
        events.numberBefore(topic, Long.MAX_VALUE);

        assertThat(events.forget(FAR_AHEAD, 15_000)).isEqualTo(15_000);

        assertThat(milestones()).isEqualTo(1);
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
        assertThat(events.sequenceOf(topic, 29_999, Long.MAX_VALUE)).isEmpty();
        assertThat(events.sequenceOf(topic, 30_000, Long.MAX_VALUE)).hasValue(sequence(30_000));
        assertThat(events.sequenceOf(topic, 30_001, Long.MAX_VALUE)).hasValue(sequence(30_001));
    }

    /** A reader may have counted it just before. */
    @Test
    void a_milestone_below_the_forgotten_events_misleads_no_one() {
        events.forget(FAR_AHEAD, 15_000);
        superuser.useHandle(handle -> handle.execute(
                "insert into event_milestones values (?, 'TRANSACTION', 20000, 70001)", topic.organization().uuid()));

        assertThat(events.sequenceOf(topic, 20_000, Long.MAX_VALUE)).isEmpty();
        assertThat(events.sequenceOf(topic, 24_000, Long.MAX_VALUE)).isEmpty();
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
    }

    /** A transaction that started later may have the lower sequence. */
    @Test
    void an_event_is_forgotten_after_all_those_before_it() {
        superuser.useHandle(handle -> handle.execute("update events set recorded_at = '2150-01-01' where sequence = 7 * 3"));

        assertThat(events.forget(FAR_AHEAD, 100)).isEqualTo(2);

        assertThat(events.forgottenUntil(topic)).isEqualTo(sequence(4));
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
        assertThat(events.sequenceOf(topic, 5, Long.MAX_VALUE)).hasValue(sequence(5));
    }

    private static long sequence(long number) {
        return number == 0 ? 0 : (number + 1) / 2 * 7 + (number + 1) % 2;
    }

    private int milestones() {
        return superuser.withHandle(
                handle -> handle.createQuery("select count(*) from event_milestones").mapTo(Integer.class).one());
    }
}
