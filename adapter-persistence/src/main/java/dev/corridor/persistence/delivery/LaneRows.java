package dev.corridor.persistence.delivery;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.Redelivery;
import dev.corridor.domain.webhook.Redelivery.OfMessage;
import dev.corridor.domain.webhook.Redelivery.OfPeriod;
import dev.corridor.domain.webhook.Redelivery.OfTest;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.ArrayType.Values;
import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.feed.EventNumbering;
import java.time.Instant;
import java.util.List;

/** What the registry's decisions mean for deliveries: an endpoint gets a lane, one that was changed is tried at once, and something is sent again. */
public final class LaneRows {

    /** A new endpoint begins with the events of the next transaction. */
    private static final Statement OPEN = Statement.of("""
            insert into webhook_lanes (endpoint_id, organization_id, cursor)
            select unnest(?), unnest(?), %s
            on conflict (endpoint_id, organization_id) do update
            set failures = 0, failing_since = null, resting_until = '-infinity', due_at = '-infinity'
            """
            .formatted(EventNumbering.FIRST_OF_THIS_TRANSACTION), ArrayType.UUIDS, ArrayType.UUIDS);

    public static final DatabaseFunction OPENING = DatabaseFunction.named("open_webhook_lanes").update(OPEN).build();

    private static final String CLOSE = "delete from webhook_lanes where endpoint_id = any(?) and organization_id = any(?)";

    private static final String CANCEL = "delete from webhook_deliveries where endpoint_id = any(?) and organization_id = any(?) and state = 'PENDING'";

    /** Before anything that belongs to it, as all do. */
    private static final String LOCK = """
            select endpoint_id
            from webhook_lanes
            where endpoint_id = any(?) and organization_id = any(?)
            for update
            """;

    /** What waits for its next attempt waits no longer. */
    private static final String HASTEN = """
            update webhook_deliveries
            set next_attempt_at = '-infinity'
            where endpoint_id = any(?) and message_id = any(?) and organization_id = any(?) and state = 'PENDING'
            """;

    private static final String SEND = """
            with again as (
                insert into webhook_deliveries (endpoint_id, message_id, organization_id, subject, sequence, state, next_attempt_at, created_at)
                select lane.endpoint_id, message_id, organization_id, subject, coalesce(sequence, 0), 'PENDING', '-infinity', now()
                from webhook_messages
                join webhook_lanes as lane using (organization_id)
                where message_id = any(?) and webhook_messages.organization_id = any(?)
                    and lane.endpoint_id = any(?) and lane.organization_id = any(?)
                on conflict (endpoint_id, message_id, organization_id) do update
                set state = 'PENDING', attempts = 0, first_attempt_at = null, next_attempt_at = excluded.next_attempt_at,
                    created_at = excluded.created_at
                where webhook_deliveries.state <> 'PENDING'
                returning endpoint_id
            )
            update webhook_lanes as lane
            set pending = pending + (select count(*) from again), due_at = '-infinity'
            where endpoint_id = any(?) and organization_id = any(?)
            """;

    /** From the first event of this time to the last. */
    private static final String REPLAY = """
            update webhook_lanes as lane
            set replay_position = range.first, replay_end = range.last + 1, replay_from = range.begins, replay_until = range.ends
            from (
                select period.begins, period.ends, min(sequence) as first, max(sequence + cardinality(subject_ids) - 1) as last
                from (select unnest(?) as begins, unnest(?) as ends) as period
                cross join events
                where organization_id = any(?) and exists (
                    select from unnest(changed_at) as moment (happened) where happened >= period.begins and happened < period.ends)
                group by period.begins, period.ends) as range
            where endpoint_id = any(?) and organization_id = any(?)
            """;

    private static final String END_REPLAY = """
            update webhook_lanes
            set replay_position = null, replay_end = null, replay_from = null, replay_until = null
            where endpoint_id = any(?) and organization_id = any(?)
            """;

    private LaneRows() {}

    public static void open(OrganizationId organization, List<Endpoint> endpoints, Pipeline pipeline) {
        if (!endpoints.isEmpty()) {
            var call = OPENING.call(organization);
            call.update(
                    OPEN,
                    ArrayType.UUIDS.of(endpoints, endpoint -> endpoint.id().uuid()),
                    ArrayType.UUIDS.of(endpoints, endpoint -> endpoint.organization().uuid()));
            call.addTo(pipeline);
        }
    }

    public static void close(OrganizationId organization, List<EndpointId> endpoints, Pipeline pipeline) {
        if (!endpoints.isEmpty()) {
            pipeline.update(CLOSE, ArrayType.UUIDS.of(endpoints, EndpointId::uuid), one(organization));
            pipeline.update(CANCEL, ArrayType.UUIDS.of(endpoints, EndpointId::uuid), one(organization));
        }
    }

    public static void record(OrganizationId organization, List<Redelivery> redeliveries, Pipeline pipeline) {
        for (var redelivery : redeliveries) {
            pipeline.query(LOCK, (row, context) -> "", locked -> {}, List.of(one(redelivery.endpoint()), one(organization)));
            switch (redelivery) {
                case OfMessage again -> send(organization, again.endpoint(), again.message(), pipeline);
                case OfTest test -> {
                    MessageRows.RECORDING.record(List.of(test.message()), pipeline);
                    send(organization, test.endpoint(), test.message().id(), pipeline);
                }
                case OfPeriod replay -> pipeline
                        .update(END_REPLAY, one(replay.endpoint()), one(organization))
                        .update(
                                REPLAY,
                                one(replay.from()),
                                one(replay.until()),
                                one(organization),
                                one(replay.endpoint()),
                                one(organization));
            }
        }
    }

    private static void send(OrganizationId organization, EndpointId endpoint, MessageId message, Pipeline pipeline) {
        var id = ArrayType.UUIDS.of(List.of(message.uuid()));
        pipeline.update(HASTEN, one(endpoint), id, one(organization));
        pipeline.update(
                SEND,
                id,
                one(organization),
                one(endpoint),
                one(organization),
                one(endpoint),
                one(organization));
    }

    private static Values one(OrganizationId organization) {
        return ArrayType.UUIDS.of(List.of(organization.uuid()));
    }

    private static Values one(EndpointId endpoint) {
        return ArrayType.UUIDS.of(List.of(endpoint.uuid()));
    }

    private static Values one(Instant moment) {
        return ArrayType.INSTANTS.of(List.of(moment));
    }
}
