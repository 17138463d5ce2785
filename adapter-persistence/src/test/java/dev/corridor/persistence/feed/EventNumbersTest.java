package dev.corridor.persistence.feed;

import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics so long that counting them needs milestones. Row k has the events 2k - 1 and 2k, with the sequences 7k and 7k + 1. */
class EventNumbersTest {

    private static final int ROWS = 25_000;
    private static final long COUNT = 2 * ROWS;
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

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
        superuser.useHandle(handle -> handle.execute("update parts set current_part = 2 where series = 'events'"));
        superuser.useHandle(handle -> handle.execute(
                """
                insert into events (part, organization_id, kind, sequence, subject_ids, statuses, reversed_by, returns, changed_at)
                select case when number <= 15000 then 0 else 1 end, ?, 'TRANSACTION', 7 * number, array[gen_random_uuid(), gen_random_uuid()], '{LOCKED, COMPLETED}', '{null, null}', '{0, 0}',
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

        events.forget(FAR_AHEAD, WEEK);

        assertThat(rows()).isEqualTo(ROWS - 15_000);
        assertThat(milestones()).isEqualTo(1);
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
        assertThat(events.sequenceOf(topic, 29_999, Long.MAX_VALUE)).isEmpty();
        assertThat(events.sequenceOf(topic, 30_000, Long.MAX_VALUE)).hasValue(sequence(30_000));
        assertThat(events.sequenceOf(topic, 30_001, Long.MAX_VALUE)).hasValue(sequence(30_001));
    }

    /** A reader may have counted it just before. */
    @Test
    void a_milestone_below_the_forgotten_events_misleads_no_one() {
        events.forget(FAR_AHEAD, WEEK);
        superuser.useHandle(handle -> handle.execute(
                "insert into event_milestones values (?, 'TRANSACTION', 20000, 70001)", topic.organization().uuid()));

        assertThat(events.sequenceOf(topic, 20_000, Long.MAX_VALUE)).isEmpty();
        assertThat(events.sequenceOf(topic, 24_000, Long.MAX_VALUE)).isEmpty();
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
    }

    /** It was written after the turn, by a transaction that had its number before. */
    @Test
    void an_event_that_came_late_is_forgotten_with_those_around_it_and_counted_once() {
        superuser.useHandle(handle -> handle.execute("update events set part = 1 where sequence = 7 * 3"));

        events.forget(FAR_AHEAD, WEEK);

        assertThat(events.forgottenUntil(topic)).isEqualTo(sequence(30_000));
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
        assertThat(events.sequenceOf(topic, 30_001, Long.MAX_VALUE)).hasValue(sequence(30_001));

        events.forget(FAR_AHEAD.plus(WEEK), WEEK);

        assertThat(rows()).isZero();
        assertThat(events.forgottenUntil(topic)).isEqualTo(sequence(COUNT));
        assertThat(events.numberBefore(topic, Long.MAX_VALUE)).isEqualTo(COUNT);
    }

    @Test
    void while_one_of_a_partition_is_remembered_none_of_it_is_forgotten() {
        superuser.useHandle(handle -> handle.execute("update events set recorded_at = '2150-01-01' where sequence = 7 * 3"));

        events.forget(FAR_AHEAD, WEEK);

        assertThat(events.forgottenUntil(topic)).isZero();
        assertThat(rows()).isEqualTo(ROWS);
    }

    /** A transaction in progress may still write an event before it, which would count. */
    @Test
    void what_is_above_the_horizon_is_not_forgotten() {
        superuser.useHandle(handle -> handle.execute("update events set sequence = 7 * 15000 + (1::bigint << 60) where sequence = 7 * 15000"));

        events.forget(FAR_AHEAD, WEEK);

        assertThat(events.forgottenUntil(topic)).isZero();
        assertThat(rows()).isEqualTo(ROWS);
    }

    /** It takes ten at a time, of fifteen thousand in each partition. */
    @Test
    void who_is_far_behind_reads_what_it_takes_and_not_what_is_there() {
        superuser.useHandle(handle -> handle.execute("vacuum analyze events"));

        var plan = superuser.withHandle(handle -> {
            handle.execute("set plan_cache_mode = force_generic_plan");
            return String.join("\n", handle.createQuery("explain (analyze, costs off, timing off) " + PostgresEvents.reading(BatchScope.ANY))
                    .bindArray("organizations", UUID.class, topic.organization().uuid())
                    .bindArray("kinds", String.class, topic.kind().name())
                    .bind("from", 0L)
                    .bind("until", Long.MAX_VALUE)
                    .bind("limit", 10)
                    .mapTo(String.class)
                    .list());
        });

        assertThat(plan).contains("events_0_pkey", "events_1_pkey").doesNotContainPattern("rows=[0-9]{3,}");
    }

    private static long sequence(long number) {
        return number == 0 ? 0 : (number + 1) / 2 * 7 + (number + 1) % 2;
    }

    private int rows() {
        return superuser.withHandle(handle -> handle.createQuery("select count(*) from events").mapTo(Integer.class).one());
    }

    private int milestones() {
        return superuser.withHandle(
                handle -> handle.createQuery("select count(*) from event_milestones").mapTo(Integer.class).one());
    }
}
