package dev.corridor.persistence.access;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Pipeline;
import java.util.List;

/** How the nodes tell one another that an organization or one of its keys has changed. PostgreSQL passes it on when the change is committed. */
public final class AccessChannel {

    static final String NAME = "corridor_access";

    private static final String TELL = "select pg_notify('" + NAME + "', unnest(?))";

    private AccessChannel() {}

    /** Adds the message to what is written: it is sent with it, or not at all. */
    public static void tell(OrganizationId organization, Pipeline pipeline) {
        pipeline.update(TELL, ArrayType.TEXTS.of(List.of(organization.toString())));
    }
}
