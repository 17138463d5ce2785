package dev.corridor.http.feed;

import dev.corridor.application.feed.FollowEvents;
import dev.corridor.application.feed.OpenConnection;
import dev.corridor.application.feed.TrackConnections;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.access.AccessRecheck;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.Channel;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that this node holds, and what can be done to all of them. */
@Singleton
public final class LiveConnections {

    private static final Logger LOG = LoggerFactory.getLogger(LiveConnections.class);

    private final OpenConnection openConnection;
    private final TrackConnections holdConnections;
    private final FollowEvents followEvents;
    private final Executor blocking;
    private final Map<ConnectionId, LiveConnection> byId = new ConcurrentHashMap<>();
    private volatile boolean closed;

    LiveConnections(
            OpenConnection openConnection,
            TrackConnections holdConnections,
            FollowEvents followEvents,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.openConnection = openConnection;
        this.holdConnections = holdConnections;
        this.followEvents = followEvents;
        this.blocking = blocking;
    }

    /** Counts the connection, and holds it for as long as the channel is open; or {@code connection_limit_exceeded}. */
    LiveConnection open(AccessRecheck admission, Channel channel, LiveConnection.Refusals refusals) {
        if (closed) {
            throw new BusinessException(new ServiceUnavailable());
        }
        var connection = openConnection.open(new OpenConnection.Command(admission.caller(), admission.from()));
        var live = new LiveConnection(connection, admission, new OutgoingQueue(channel), refusals);
        byId.put(connection.id(), live);
        channel.closeFuture().addListener(done -> end(live));
        return live;
    }

    private void end(LiveConnection live) {
        live.outgoing().end();
        followEvents.leave();
        if (byId.remove(live.connection().id()) != null) {
            blocking.execute(() -> giveBack(live));
        }
    }

    /** If the database cannot be asked, the connection stays counted until its lease is over. */
    private void giveBack(LiveConnection live) {
        try {
            holdConnections.end(live.connection());
        } catch (RuntimeException e) {
            LOG.warn("A connection that has ended stays counted for a while", e);
        }
    }

    /** Closes a connection if this node holds it. */
    public void close(ConnectionId id) {
        var live = byId.get(id);
        if (live != null) {
            live.outgoing().close(CloseCode.CLOSED_BY_REQUEST);
        }
    }

    /** Tells the other nodes that those of this one are alive, and closes what others have closed. To be called every few seconds. */
    public void hold() {
        var before = Map.copyOf(byId);
        if (before.isEmpty()) {
            return;
        }
        var held = holdConnections.hold(before.keySet());
        before.keySet().stream().filter(id -> !held.contains(id)).forEach(this::close);
    }

    /** Closes those of the organization that would not be let in again, or as somebody else. */
    public void checkAgain(OrganizationId organization) {
        byId.values().stream().filter(live -> live.connection().organization().equals(organization)).forEach(this::checkAgain);
    }

    /** The same for all: keys expire without anybody doing anything. To be called several times a second. */
    public void checkAgain() {
        byId.values().forEach(this::checkAgain);
    }

    private void checkAgain(LiveConnection live) {
        try {
            if (!live.admission().again().get().equals(live.caller())) {
                live.outgoing().close(CloseCode.ACCESS_ENDED);
            }
        } catch (BusinessException refusal) {
            // A key store that does not answer says nothing about the key.
            if (!(refusal.error() instanceof AuthenticationFailed)) {
                live.outgoing().close(CloseCode.ACCESS_ENDED);
            }
        }
    }

    /** Tells everybody of a failure, such as the service's own pause, and closes their connections. New ones are opened or not as the edge sees fit. */
    public void dismiss(BusinessError error) {
        byId.values().forEach(live -> {
            live.send(live.refusals().of(error));
            live.outgoing().close(CloseCode.MAINTENANCE);
        });
    }

    /** The server ends: no more connections are opened, those that are open are told so, and it is waited until they have taken it in. */
    public void close() {
        closed = true;
        var last = List.copyOf(byId.values());
        last.forEach(live -> live.outgoing().close(CloseCode.GOING_AWAY));
        last.forEach(live -> live.outgoing().awaitEnd());
    }

    /** How many there are. */
    public int count() {
        return byId.size();
    }
}
