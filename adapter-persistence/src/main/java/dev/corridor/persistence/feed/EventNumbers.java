package dev.corridor.persistence.feed;

import dev.corridor.domain.feed.Topic;
import dev.corridor.persistence.Parts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The numbers of events as clients know them: 1, 2, 3 and so on within a topic. An event's number is how many events the topic has up to it.
 * That never changes below the horizon, so nothing is stored with the event, and writers do not wait for each other. Readers count.
 *
 * <p>Counting starts at a known number: that of the last deleted event, or of a milestone. A reader that counts far leaves milestones behind,
 * so each stretch of a topic is counted once, and later readers count less than {@link #STRIDE} rows.
 */
final class EventNumbers {

    /** Counting that many rows takes some milliseconds. */
    private static final int STRIDE = 10_000;

    /**
     * One statement, because retention may delete what is counted: the known number and the events after it are of one snapshot. A known number
     * is that of the last event of its row, so counting goes on with the next row. It ends within a row if the number does.
     */
    private static final String STEP = """
            with forgotten as (
                select coalesce(max(last_sequence), 0) as sequence, coalesce(max(last_number), 0) as number
                from forgotten_events
                where organization_id = :organization and kind = :kind
            ), known as (
                select sequence, number
                from forgotten
                union all
                select milestone.sequence, milestone.number
                from event_milestones as milestone, forgotten
                where organization_id = :organization and kind = :kind
                    and milestone.sequence > forgotten.sequence and milestone.sequence < :until
            ), start as (
                select sequence, number
                from known
                where number <= :number
                order by number desc
                limit 1
            )
            select
                coalesce(far.sequence, start.sequence) as sequence,
                coalesce(far.number, start.number) as number,
                coalesce(far.is_more, false) as is_more
            from start
            left join lateral (
                select
                    sequence + least(:number - start.number - total + size, size) - 1 as sequence,
                    least(:number, start.number + total) as number,
                    rows = :stride and is_whole and start.number + total < :number as is_more
                from (
                    select sequence, size, is_whole, (sum(size) over sofar)::bigint as total, row_number() over sofar as rows
                    from (
                        select
                            sequence,
                            least(cardinality(subject_ids), :until - sequence) as size,
                            sequence + cardinality(subject_ids) <= :until as is_whole
                        from (%s) as of_each_part
                        order by sequence
                        limit least(:stride, :number - start.number)) as row
                    window sofar as (order by sequence)) as counted
                where start.number + total - size < :number
                order by sequence desc
                limit 1) as far on true
            """
            .formatted(Parts.each("""
                    select sequence, subject_ids
                    from events
                    where part = :part and organization_id = :organization and kind = :kind and sequence > start.sequence and sequence < :until
                    order by sequence
                    limit least(:stride, :number - start.number)
                    """));

    private static final String NOTE = """
            insert into event_milestones (organization_id, kind, sequence, number)
            values (:organization, :kind, :sequence, :number)
            on conflict do nothing
            """;

    private final Jdbi jdbi;

    EventNumbers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param isMore whether the last row that was counted is not the last that there is to count */
    private record Step(long sequence, long number, boolean isMore) {}

    long numberBefore(Topic topic, long until) {
        return walk(topic, Long.MAX_VALUE, until).orElseThrow().number;
    }

    OptionalLong sequenceOf(Topic topic, long number, long until) {
        return walk(topic, number, until)
                .filter(step -> step.number == number)
                .map(step -> OptionalLong.of(step.sequence))
                .orElseGet(OptionalLong::empty);
    }

    /** As far as the number or the sequence; empty if the number is of a deleted event. */
    private Optional<Step> walk(Topic topic, long number, long until) {
        var step = step(topic, number, until);
        while (step.filter(Step::isMore).isPresent()) {
            note(topic, step.get());
            step = step(topic, number, until);
        }
        return step;
    }

    private Optional<Step> step(Topic topic, long number, long until) {
        return jdbi.withHandle(handle -> handle.createQuery(STEP)
                .bind("organization", topic.organization().uuid())
                .bind("kind", topic.kind().name())
                .bind("number", number)
                .bind("until", until)
                .bind("stride", STRIDE)
                .map(EventNumbers::step)
                .findOne());
    }

    private static Step step(ResultSet row, StatementContext context) throws SQLException {
        return new Step(row.getLong("sequence"), row.getLong("number"), row.getBoolean("is_more"));
    }

    private void note(Topic topic, Step milestone) {
        jdbi.useHandle(handle -> handle.createUpdate(NOTE)
                .bind("organization", topic.organization().uuid())
                .bind("kind", topic.kind().name())
                .bind("sequence", milestone.sequence)
                .bind("number", milestone.number)
                .execute());
    }
}
