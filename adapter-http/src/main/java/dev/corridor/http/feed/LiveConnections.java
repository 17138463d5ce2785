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

/** The WebSockets that are open on this node. */
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

    /** Registers the connection until its channel closes, or fails with {@code connection_limit_exceeded}. */
    LiveConnection open(AccessRecheck admission, Channel channel, LiveConnection.Refusals refusals) {
        if (closed) {
            throw new BusinessException(new ServiceUnavailable());
        }
        var connection = openConnection.open(new OpenConnection.Command(admission.caller(), admission.from()));
        var live = new LiveConnection(connection, admission, new OutgoingQueue(channel), refusals);
        byId.put(connection.id(), live);
        channel.closeFuture().addListener(done -> end(live));
        // A question may have come before the connection was known here.
        confirm(live);
        return live;
    }

    private void end(LiveConnection live) {
        live.outgoing().end();
        followEvents.leave();
        if (byId.remove(live.connection().id()) != null) {
            blocking.execute(() -> giveBack(live));
        }
    }

    /** If the database fails, the connection counts until its lease expires. */
    private void giveBack(LiveConnection live) {
        try {
            holdConnections.end(live.connection());
        } catch (RuntimeException e) {
            LOG.warn("A closed connection counts until its lease expires", e);
        }
    }

    /** Closes the connection if it is on this node. */
    public void close(ConnectionId id) {
        var live = byId.get(id);
        if (live != null) {
            live.outgoing().close(CloseCode.CLOSED_BY_REQUEST);
        }
    }

    /** Asks the client for a sign of life, if the connection is on this node, and ends the connection if it comes too late. */
    public void question(ConnectionId id) {
        var live = byId.get(id);
        if (live != null) {
            live.outgoing().question(() -> blocking.execute(() -> confirm(live)));
        }
    }

    private void confirm(LiveConnection live) {
        if (!holdConnections.confirm(live.connection())) {
            live.outgoing().close(CloseCode.SILENT);
        }
    }

    /** Renews the leases of this node's connections, and closes those whose rows were deleted. Call every few seconds. */
    public void hold() {
        var before = Map.copyOf(byId);
        if (before.isEmpty()) {
            return;
        }
        var held = holdConnections.hold(before.keySet());
        before.keySet().stream().filter(id -> !held.contains(id)).forEach(this::close);
    }

    /** Closes an organization's connections that would no longer be authenticated, or as a different caller. */
    public void checkAgain(OrganizationId organization) {
        byId.values().stream().filter(live -> live.connection().organization().equals(organization)).forEach(this::checkAgain);
    }

    /** Checks all, because keys also expire. Call several times a second. */
    public void checkAgain() {
        byId.values().forEach(this::checkAgain);
    }

    private void checkAgain(LiveConnection live) {
        try {
            if (!live.admission().again().get().equals(live.caller())) {
                live.outgoing().close(CloseCode.ACCESS_ENDED);
            }
        } catch (BusinessException refusal) {
            switch (refusal.error()) {
                // A key store that does not respond says nothing about the key.
                case AuthenticationFailed unknown -> {
                }
                // The organization moves to another cell, where the client goes on.
                case ServiceUnavailable moving -> dismiss(live, moving);
                default -> live.outgoing().close(CloseCode.ACCESS_ENDED);
            }
        }
    }

    /** Sends an error, such as maintenance, to all connections and closes them. The edge decides about new ones. */
    public void dismiss(BusinessError error) {
        byId.values().forEach(live -> dismiss(live, error));
    }

    private static void dismiss(LiveConnection live, BusinessError error) {
        live.send(live.refusals().of(error));
        live.outgoing().close(CloseCode.MAINTENANCE);
    }

    /** Shutdown: accepts no more connections, closes the open ones, and waits until they are closed. */
    public void close() {
        closed = true;
        var last = List.copyOf(byId.values());
        last.forEach(live -> live.outgoing().close(CloseCode.GOING_AWAY));
        last.forEach(live -> live.outgoing().awaitEnd());
    }

    public int count() {
        return byId.size();
    }
}
