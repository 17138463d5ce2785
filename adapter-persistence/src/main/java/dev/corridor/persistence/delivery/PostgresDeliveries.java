package dev.corridor.persistence.delivery;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointHealth;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DueOrganizations;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.feed.EventNumbering;
import dev.corridor.persistence.organization.ResidenceRows;
import dev.corridor.persistence.webhook.EndpointRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Every statement that changes something of an endpoint locks its lane first, so what it then sees is complete. */
public final class PostgresDeliveries implements Deliveries {

    /** A topic without news costs one look at the primary key of the events. */
    private static final String BACKLOGS = """
            with lane as (
                select lane.*, %s as horizon
                from webhook_lanes as lane
                join webhook_endpoints as endpoint using (endpoint_id, organization_id)
                join event_numbering on only_one
                where not endpoint.is_disabled and lane.pending < :most and lane.leased_until <= :now and lane.resting_until <= :now
                    and not %s
            ), range as (
                select endpoint_id, organization_id, pending, cursor as position, horizon as ends,
                    cast(null as timestamptz) as replay_from, cast(null as timestamptz) as replay_until
                from lane
                where cursor < horizon and exists (
                    select
                    from unnest(:kinds) as topic (kind)
                    cross join lateral (
                        select
                        from events
                        where organization_id = lane.organization_id and kind = topic.kind
                            and sequence > lane.cursor - %d and sequence < lane.horizon and sequence + cardinality(subject_ids) > lane.cursor
                        limit 1) as news)
                union all
                select endpoint_id, organization_id, pending, replay_position, replay_end, replay_from, replay_until
                from lane
                where replay_end <= horizon
            )
            select range.position, range.ends, range.pending, range.replay_from, range.replay_until, %s
            from range
            join webhook_endpoints using (endpoint_id, organization_id)
            order by range.position
            limit :limit
            """
            .formatted(EventNumbering.HORIZON, ResidenceRows.isAway("lane"), EventNumbering.PER_TRANSACTION, EndpointRows.COLUMNS);

    private static final String LOCK_AT = """
            select endpoint_id
            from webhook_lanes
            where endpoint_id = :endpoint and organization_id = :organization and %s = :position
            for update
            """;

    private static final String LOCK_LIVE = LOCK_AT.formatted("cursor");
    private static final String LOCK_REPLAY = LOCK_AT.formatted("replay_position");

    /** A replay sends again what was delivered before. */
    private static final String ADD = """
            insert into webhook_deliveries (endpoint_id, message_id, organization_id, subject, sequence, state, next_attempt_at, created_at)
            select :endpoint, message_id, organization_id, subject, sequence, 'PENDING', :now, :now
            from webhook_messages
            where organization_id = :organization and sequence = any(:sequences)
            on conflict (endpoint_id, message_id, organization_id) do update
            set state = 'PENDING', attempts = 0, first_attempt_at = null, next_attempt_at = excluded.next_attempt_at,
                created_at = excluded.created_at
            where webhook_deliveries.state <> 'PENDING'
            """;

    private static final String MOVE = """
            update webhook_lanes
            set %s,
                pending = pending + :added,
                due_at = case when :added > 0 then least(due_at, greatest(:now, resting_until)) else due_at end
            where endpoint_id = :endpoint and organization_id = :organization
            """;

    private static final String MOVE_LIVE = MOVE.formatted("cursor = :to");
    private static final String MOVE_REPLAY = MOVE.formatted("replay_position = :to");
    private static final String END_REPLAY = MOVE.formatted(
            "replay_position = null, replay_end = null, replay_from = null, replay_until = null");

    private static final String IS_DUE = """
            due_at <= :now and leased_until <= :now and (failures > 0) = :failing and not exists (
                select
                from webhook_endpoints as endpoint
                where endpoint.endpoint_id = webhook_lanes.endpoint_id and endpoint.organization_id = webhook_lanes.organization_id
                    and endpoint.is_disabled%s)
            """
            + "and not " + ResidenceRows.isAway("webhook_lanes") + "\n";

    private static final DueOrganizations DUE_LANES = new DueOrganizations("webhook_lanes", IS_DUE.formatted(""), "due_at");

    private static final String CLAIM = """
            with waiting as (
                select endpoint_id, organization_id
                from webhook_lanes
                where organization_id = any(:organizations) and %s
                order by due_at
                limit :limit
                for update skip locked
            ), claimed as (
                update webhook_lanes as lane
                set lease = :lease, leased_until = :until
                from waiting
                where lane.endpoint_id = waiting.endpoint_id and lane.organization_id = waiting.organization_id
                    and lane.organization_id = any(:organizations)
                returning lane.*
            )
            select claimed.window_size, claimed.failures, claimed.failing_since, %s
            from claimed
            join webhook_endpoints using (endpoint_id, organization_id)
            where webhook_endpoints.organization_id = any(:organizations)
            """
            .formatted(IS_DUE.formatted(" and endpoint.organization_id = any(:organizations)"), EndpointRows.COLUMNS);

    /** Of each subject the first that is pending. */
    private static final String IS_HEAD = """
            not exists (
                select
                from webhook_deliveries as before
                where before.endpoint_id = delivery.endpoint_id and before.organization_id = delivery.organization_id
                    and before.subject = delivery.subject and before.sequence < delivery.sequence and before.state = 'PENDING')
            """;

    private static final String DUE = """
            select due.endpoint_id, due.attempts, due.first_attempt_at, %s
            from (select unnest(:endpoints) as endpoint_id, unnest(:organizations) as organization_id, unnest(:windows) as size) as claimed
            cross join lateral (
                select *
                from webhook_deliveries as delivery
                where delivery.endpoint_id = claimed.endpoint_id and delivery.organization_id = claimed.organization_id
                    and delivery.organization_id = any(:organizations) and delivery.state = 'PENDING' and delivery.next_attempt_at <= :now and %s
                order by delivery.sequence
                limit claimed.size) as due
            join webhook_messages as message on message.message_id = due.message_id and message.organization_id = due.organization_id
            where message.organization_id = any(:organizations)
            order by due.sequence
            """
            .formatted(MessageRows.COLUMNS, IS_HEAD);

    private static final String LOCK_LEASED = """
            select endpoint_id
            from webhook_lanes
            where (endpoint_id, organization_id, lease) in (select unnest(:endpoints), unnest(:organizations), unnest(:leases))
                and organization_id = any(:organizations)
            order by endpoint_id
            for update
            """;

    private static final String SETTLE = """
            update webhook_deliveries as delivery
            set state = result.state, attempts = delivery.attempts + 1,
                first_attempt_at = coalesce(delivery.first_attempt_at, result.attempted_at),
                next_attempt_at = coalesce(result.next_attempt_at, delivery.next_attempt_at)
            from (
                select unnest(?) as endpoint_id, unnest(?) as organization_id, unnest(?) as message_id, unnest(?) as state,
                    unnest(?) as attempted_at, unnest(?) as next_attempt_at) as result
            where delivery.endpoint_id = result.endpoint_id and delivery.organization_id = result.organization_id
                and delivery.message_id = result.message_id and delivery.organization_id = any(?) and delivery.state = 'PENDING'
            """;

    private static final String RELEASE = """
            update webhook_lanes as lane
            set pending = lane.pending - report.settled, failures = report.failures, failing_since = report.failing_since,
                window_size = report.window_size, resting_until = report.resting_until, lease = null, leased_until = '-infinity',
                due_at = (
                    select greatest(min(delivery.next_attempt_at), report.resting_until)
                    from webhook_deliveries as delivery
                    where delivery.endpoint_id = lane.endpoint_id and delivery.organization_id = lane.organization_id
                        and delivery.state = 'PENDING' and %s
                    having count(*) > 0)
            from (
                select unnest(?) as endpoint_id, unnest(?) as organization_id, unnest(?) as settled, unnest(?) as failures,
                    unnest(?) as failing_since, unnest(?) as window_size, unnest(?) as resting_until) as report
            where lane.endpoint_id = report.endpoint_id and lane.organization_id = report.organization_id and lane.organization_id = any(?)
            """
            .formatted(IS_HEAD);

    private static final Forgetting ATTEMPTS = Forgetting.of("webhook_attempts", "attempted_at", "true");
    private static final Forgetting DELIVERIES = Forgetting.of("webhook_deliveries", "created_at", "state <> 'PENDING'");

    private static final Forgetting MESSAGES = Forgetting.of(
            "webhook_messages",
            "created_at",
            "not exists (select from webhook_deliveries as waiting where waiting.message_id = webhook_messages.message_id"
                    + " and waiting.organization_id = webhook_messages.organization_id and waiting.state = 'PENDING'%s)");

    /** A row is named by its place, which is its own within the part of the table that one organization is in. */
    private record Forgetting(DueOrganizations due, String delete) {

        private static final String DELETE = """
                delete from %1$s
                where organization_id = any(:organizations) and ctid = any(array(
                    select ctid
                    from %1$s
                    where organization_id = any(:organizations) and %3$s
                    order by %2$s
                    limit :limit
                    for update skip locked))
                """;

        static Forgetting of(String table, String time, String isSettled) {
            var isOld = time + " < :before and " + isSettled;
            return new Forgetting(
                    new DueOrganizations(table, isOld.formatted(""), time),
                    DELETE.formatted(table, time, isOld.formatted(" and waiting.organization_id = any(:organizations)")));
        }
    }

    private static final String[] KINDS = Arrays.stream(EventKind.values()).map(EventKind::name).toArray(String[]::new);

    private final Jdbi jdbi;
    private final BatchScope scope;
    private final EndpointRows endpointRows = new EndpointRows();
    private final MessageRows messageRows = new MessageRows();
    private final AttemptRows attemptRows = new AttemptRows();

    public PostgresDeliveries(DataSource dataSource, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.scope = scope;
    }

    @Override
    public List<Backlog> backlogs(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(BACKLOGS)
                .bind("now", now)
                .bind("most", MAX_PENDING)
                .bindArray("kinds", String.class, (Object[]) KINDS)
                .bind("limit", limit)
                .map((row, context) -> new Backlog(
                        endpointRows.map(row, context),
                        period(row),
                        row.getLong("position"),
                        row.getLong("ends"),
                        MAX_PENDING - row.getInt("pending")))
                .list());
    }

    private static Optional<Period> period(ResultSet row) throws SQLException {
        var until = optionalInstant(row, "replay_until");
        return until.isPresent() ? Optional.of(new Period(instant(row, "replay_from"), until.get())) : Optional.empty();
    }

    @Override
    public boolean advance(Backlog backlog, long position, List<Message> messages, Instant now) {
        boolean isReplay = backlog.replay().isPresent();
        boolean isOver = isReplay && position >= backlog.end();
        return jdbi.inTransaction(handle -> {
            var held = handle.createQuery(isReplay ? LOCK_REPLAY : LOCK_LIVE)
                    .bind("endpoint", backlog.endpoint().id().uuid())
                    .bind("organization", backlog.endpoint().organization().uuid())
                    .bind("position", backlog.position())
                    .mapTo(UUID.class)
                    .findOne();
            if (held.isEmpty()) {
                return false;
            }
            int added = add(backlog.endpoint(), messages, now, handle);
            var move = handle.createUpdate(isOver ? END_REPLAY : isReplay ? MOVE_REPLAY : MOVE_LIVE)
                    .bind("endpoint", backlog.endpoint().id().uuid())
                    .bind("organization", backlog.endpoint().organization().uuid())
                    .bind("added", added)
                    .bind("now", now);
            if (!isOver) {
                move.bind("to", position);
            }
            move.execute();
            return true;
        });
    }

    private static int add(Endpoint endpoint, List<Message> messages, Instant now, Handle handle) {
        if (messages.isEmpty()) {
            return 0;
        }
        var pipeline = new Pipeline();
        MessageRows.RECORDING.record(messages.stream().sorted(Comparator.comparingLong(Message::sequence)).toList(), pipeline);
        pipeline.run(handle);
        return handle.createUpdate(ADD)
                .bind("endpoint", endpoint.id().uuid())
                .bind("organization", endpoint.organization().uuid())
                .bindArray("sequences", Long.class, messages.stream().map(Message::sequence).toArray())
                .bind("now", now)
                .execute();
    }

    private record Claimed(Endpoint endpoint, EndpointHealth health) {}

    private record Due(UUID endpoint, Delivery delivery) {}

    @Override
    public List<Turn> claim(UUID lease, Instant now, Duration duration, boolean failing, int limit) {
        return DUE_LANES.take(jdbi, scope, limit, query -> query.bind("now", now).bind("failing", failing), CLAIM, claim -> {
            var claimed = claim.bind("until", now.plus(duration))
                    .bind("lease", lease)
                    .map((row, context) -> new Claimed(endpointRows.map(row, context), health(row)))
                    .list();
            if (claimed.isEmpty()) {
                return List.of();
            }
            var due = claim.getHandle().createQuery(DUE)
                    .bindArray("endpoints", UUID.class, claimed.stream().map(lane -> lane.endpoint.id().uuid()).toArray())
                    .bindArray("organizations", UUID.class, claimed.stream().map(lane -> lane.endpoint.organization().uuid()).toArray())
                    .bindArray("windows", Integer.class, claimed.stream().map(lane -> lane.health.window()).toArray())
                    .bind("now", now)
                    .map((row, context) -> new Due(
                            uuid(row, "endpoint_id"),
                            new Delivery(messageRows.map(row, context), row.getInt("attempts"), optionalInstant(row, "first_attempt_at"))))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(Due::endpoint, Collectors.mapping(Due::delivery, Collectors.toList())));
            return claimed.stream()
                    .map(lane -> new Turn(lane.endpoint, lease, lane.health, due.getOrDefault(lane.endpoint.id().uuid(), List.of())))
                    .toList();
        });
    }

    private static EndpointHealth health(ResultSet row) throws SQLException {
        return new EndpointHealth(row.getInt("failures"), optionalInstant(row, "failing_since"), row.getInt("window_size"));
    }

    private record Settled(Endpoint endpoint, Attempt attempt) {

        String state() {
            return switch (attempt.outcome()) {
                case DELIVERED -> "DELIVERED";
                case REFUSED, TIMED_OUT, UNREACHABLE, FORBIDDEN_ADDRESS -> attempt.nextAttemptAt().isPresent() ? "PENDING" : "GIVEN_UP";
            };
        }
    }

    @Override
    public void report(List<Report> reports) {
        scope.groups(reports, PostgresDeliveries::organizationOf).forEach(this::reportTogether);
    }

    private static OrganizationId organizationOf(Report report) {
        return report.turn().endpoint().organization();
    }

    private void reportTogether(List<Report> reports) {
        jdbi.useTransaction(handle -> {
            var held = new HashSet<>(handle.createQuery(LOCK_LEASED)
                    .bindArray("endpoints", UUID.class, reports.stream().map(report -> report.turn().endpoint().id().uuid()).toArray())
                    .bindArray("organizations", UUID.class, reports.stream().map(report -> report.turn().endpoint().organization().uuid()).toArray())
                    .bindArray("leases", UUID.class, reports.stream().map(report -> report.turn().lease()).toArray())
                    .mapTo(UUID.class)
                    .list());
            var kept = reports.stream().filter(report -> held.contains(report.turn().endpoint().id().uuid())).toList();
            var pipeline = new Pipeline();
            AttemptRows.record(kept, pipeline);
            settle(kept, pipeline);
            release(kept, pipeline);
            pipeline.run(handle);
        });
    }

    private static List<Settled> settled(Report report) {
        return report.results().stream().map(result -> new Settled(report.turn().endpoint(), result.attempt())).toList();
    }

    private static void settle(List<Report> reports, Pipeline pipeline) {
        var settled = reports.stream().flatMap(report -> settled(report).stream()).toList();
        if (!settled.isEmpty()) {
            pipeline.update(
                    SETTLE,
                    ArrayType.UUIDS.of(settled, result -> result.endpoint.id().uuid()),
                    ArrayType.UUIDS.of(settled, result -> result.endpoint.organization().uuid()),
                    ArrayType.UUIDS.of(settled, result -> result.attempt.message().uuid()),
                    ArrayType.TEXTS.of(settled, Settled::state),
                    ArrayType.INSTANTS.of(settled, result -> result.attempt.attemptedAt()),
                    ArrayType.INSTANTS.of(settled, result -> result.attempt.nextAttemptAt().orElse(null)),
                    Organizations.of(settled, result -> result.endpoint.organization()));
        }
    }

    private static void release(List<Report> reports, Pipeline pipeline) {
        if (!reports.isEmpty()) {
            pipeline.update(
                    RELEASE,
                    ArrayType.UUIDS.of(reports, report -> report.turn().endpoint().id().uuid()),
                    ArrayType.UUIDS.of(reports, report -> report.turn().endpoint().organization().uuid()),
                    ArrayType.INTEGERS.of(reports, PostgresDeliveries::ended),
                    ArrayType.INTEGERS.of(reports, report -> report.health().failures()),
                    ArrayType.INSTANTS.of(reports, report -> report.health().failingSince().orElse(null)),
                    ArrayType.INTEGERS.of(reports, report -> report.health().window()),
                    ArrayType.INSTANTS.of(reports, Report::resting),
                    Organizations.of(reports, PostgresDeliveries::organizationOf));
        }
    }

    private static int ended(Report report) {
        return Math.toIntExact(settled(report).stream().filter(result -> !result.state().equals("PENDING")).count());
    }

    @Override
    public Page<Attempt> attempts(OrganizationId organization, EndpointId endpoint, PageRequest<AttemptId> request) {
        return new TenantQuery<>(organization, AttemptRows.SELECT, attemptRows)
                .where("endpoint_id = :endpoint", "endpoint", endpoint.uuid())
                .page(jdbi, "attempt_id", request, AttemptId::uuid);
    }

    @Override
    public Optional<Message> message(OrganizationId organization, MessageId message) {
        return new TenantQuery<>(organization, MessageRows.SELECT, messageRows)
                .where("message_id = :message", "message", message.uuid())
                .find(jdbi);
    }

    @Override
    public int forget(Instant before, int limit) {
        return Math.max(
                Math.max(forget(ATTEMPTS, before, limit), forget(DELIVERIES, before, limit)), forget(MESSAGES, before.minus(LONGER), limit));
    }

    private int forget(Forgetting what, Instant before, int limit) {
        return what.due.find(jdbi, scope, limit, query -> query.bind("before", before)).stream()
                .mapToInt(organizations -> jdbi.withHandle(handle -> handle.createUpdate(what.delete)
                        .bindArray("organizations", UUID.class, organizations)
                        .bind("before", before)
                        .bind("limit", limit)
                        .execute()))
                .sum();
    }
}
