package dev.corridor.persistence.access;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.TokenId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How the nodes tell one another that an organization or one of its keys has changed, that a token was revoked, that a connection is to be closed, or
 * that maintenance begins or ends. PostgreSQL passes it on when the change is committed.
 */
public final class AccessChangeChannel {

    static final String NAME = "corridor_access";

    private static final String TELL = "select pg_notify('" + NAME + "', unnest(?))";
    private static final String TOKEN = "tok_";
    private static final String MAINTENANCE = "maintenance";

    private AccessChangeChannel() {}

    /** What was told begins with the prefix of an id, which says what it is about. */
    static void read(String message, InvalidatedCache listening) {
        if (message.equals(MAINTENANCE)) {
            listening.maintenanceSwitched();
        } else if (message.startsWith(TOKEN)) {
            listening.forget(TokenId.parse(message));
        } else if (ConnectionId.isMeantBy(message)) {
            listening.close(ConnectionId.parse(message));
        } else {
            listening.forget(OrganizationId.parse(message));
        }
    }

    /** Adds the message to what is written: it is sent with it, or not at all. */
    public static void tell(OrganizationId organization, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(List.of(organization.toString())));
    }

    /** The same for a connection that is to be closed. */
    public static void tell(ConnectionId connection, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(List.of(connection.toString())));
    }

    /** The same for tokens that are revoked. */
    public static void tell(List<TokenId> tokens, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(tokens, TokenId::toString));
    }

    /** The same for the notice of maintenance. */
    public static void tellOfMaintenance(Handle handle) {
        handle.execute(TELL, (Object) new String[] {MAINTENANCE});
    }
}
