package dev.corridor.persistence.access;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Cache invalidation between nodes: a changed organization or API key, an ended session, a connection to close or to ask for a sign of life, or
 * the start or end of maintenance. Sent with {@code pg_notify}, so PostgreSQL delivers it when the change commits.
 */
public final class AccessChangeChannel {

    static final String NAME = "corridor_access";

    private static final String TELL = "select pg_notify('" + NAME + "', unnest(?))";
    private static final String QUESTION = "question ";
    private static final String MAINTENANCE = "maintenance";

    private AccessChangeChannel() {}

    /** The prefix of the id in a message says what it is about. */
    static void read(String message, InvalidatedCache listening) {
        if (message.equals(MAINTENANCE)) {
            listening.maintenanceSwitched();
        } else if (SessionId.isMeantBy(message)) {
            listening.forget(SessionId.parse(message));
        } else if (message.startsWith(QUESTION)) {
            listening.question(ConnectionId.parse(message.substring(QUESTION.length())));
        } else if (ConnectionId.isMeantBy(message)) {
            listening.close(ConnectionId.parse(message));
        } else {
            listening.forget(OrganizationId.parse(message));
        }
    }

    /** Adds the message to the pipeline: it is sent if the pipeline's transaction commits. */
    public static void tell(OrganizationId organization, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(List.of(organization.toString())));
    }

    /** At once, or when the handle's transaction commits. */
    public static void tell(OrganizationId organization, Handle handle) {
        var pipeline = new Pipeline();
        tell(organization, pipeline);
        pipeline.run(handle);
    }

    /** Requests that this connection is closed, on the node that has it. */
    public static void tell(ConnectionId connection, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(List.of(connection.toString())));
    }

    /** Asks for signs of life of these connections, on the nodes that have them. */
    public static void question(List<ConnectionId> connections, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(connections, id -> QUESTION + id));
    }

    /** Reports ended sessions. */
    public static void tell(List<SessionId> sessions, Pipeline pipeline) {
        if (!sessions.isEmpty()) {
            pipeline.update(TELL, ArrayType.TEXTS.of(sessions, SessionId::toString));
        }
    }

    /** Reports that maintenance began or ended. */
    public static void tellOfMaintenance(Handle handle) {
        handle.execute(TELL, (Object) new String[]{MAINTENANCE});
    }
}
