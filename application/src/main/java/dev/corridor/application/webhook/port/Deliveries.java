package dev.corridor.application.webhook.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointHealth;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has been and is to be delivered, for all nodes. Each endpoint has a cursor of its own into the events of its organization, and at most
 * {@link #MAX_PENDING} deliveries that are pending: then its cursor rests. An endpoint that a node has claimed is its own until it reports, or the lease
 * ends.
 */
public interface Deliveries {

    /** Bounds what an endpoint that receives nothing leaves in the database. */
    int MAX_PENDING = 1_000;

    /**
     * Events that an endpoint has not been given yet.
     *
     * @param replay the times between which they must have happened, if they are those of a replay
     * @param position the sequence to read from, inclusive
     * @param end the sequence to read until, exclusive
     * @param room how many deliveries it may get
     */
    record Backlog(Endpoint endpoint, Optional<Period> replay, long position, long end, int room) {}

    /** @param until exclusive */
    record Period(Instant from, Instant until) {

        public boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /**
     * A message that is to be delivered.
     *
     * @param attempts how many have been made
     */
    record Delivery(Message message, int attempts, Optional<Instant> firstAttemptAt) {}

    /**
     * An endpoint that a node has claimed, with what is due: in order, no two of one subject, and no more than its health allows.
     *
     * @param lease identifies the claim
     */
    record Turn(Endpoint endpoint, UUID lease, EndpointHealth health, List<Delivery> due) {}

    /** How it went: the message is delivered, or is sent again at the time that the attempt names, or is given up. */
    record Result(Delivery delivery, Attempt attempt) {}

    /**
     * The end of a turn. What was due and has no result stays due.
     *
     * @param resting until when nothing is sent to the endpoint
     */
    record Report(Turn turn, EndpointHealth health, Instant resting, List<Result> results) {}

    /**
     * Endpoints that could be claimed now, have room, and have events below their horizon that they have not been given; and their replays. What one that
     * hangs or rests has not been given stays in its queue, which is the events themselves, and costs nothing.
     */
    List<Backlog> backlogs(Instant now, int limit);

    /**
     * Moves the cursor of an endpoint and adds the deliveries of these messages, atomically. A message that tells of a known event takes the id of the
     * known message.
     *
     * @param position the new cursor
     * @return false without effect if the cursor has moved meanwhile
     */
    boolean advance(Backlog backlog, long position, List<Message> messages, Instant now);

    /**
     * Claims endpoints that have something due, the longest waiting first.
     *
     * @param failing whether to claim those whose last attempts have failed, or the others
     */
    List<Turn> claim(UUID lease, Instant now, Duration duration, boolean failing, int limit);

    /** Records what came of turns. Those whose lease was lost are ignored. */
    void report(List<Report> reports);

    /** Newest first. */
    Page<Attempt> attempts(OrganizationId organization, EndpointId endpoint, PageRequest<AttemptId> request);

    Optional<Message> message(OrganizationId organization, MessageId message);

    /**
     * Deletes what is older. Messages are kept {@link #LONGER}, so that each that may still be sent has its body, and a replay finds its id.
     *
     * @param limit the most per call, of each kind
     * @return the greatest number that was deleted of one kind
     */
    int forget(Instant before, int limit);

    /** How much longer messages are kept: longer than they are tried. */
    Duration LONGER = Duration.ofDays(4);
}
