package dev.corridor.domain.user;

import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Restrictions;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationStatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A session as a request presents it: by one of its tokens.
 *
 * @param client how the user's organization stands
 */
public record PresentedSession(Session session, OrganizationStatus client) {

    /** Lets the user in, or says why not. An owner may do all that there is; money out of nothing there is in the sandbox only. */
    public Caller admit(Environment here) {
        session.requireNotEnded();
        if (client == OrganizationStatus.CLOSED) {
            throw new BusinessException(new ClientInactive());
        }
        return new Caller(
                session.organization(), session.user(), here, permissions(here), Tier.ORACLE, Restrictions.NONE, Optional.empty(), client);
    }

    private static Set<Permission> permissions(Environment here) {
        return switch (here) {
            case SANDBOX -> Permission.ALL;
            case LIVE -> {
                var permissions = EnumSet.copyOf(Permission.ofCustomers(here));
                permissions.remove(Permission.SANDBOX_WRITE);
                yield permissions;
            }
        };
    }
}
