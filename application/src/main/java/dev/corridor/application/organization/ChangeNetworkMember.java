package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.util.Optional;

/**
 * Changes how the caller's organization is known on the network: whether it takes part, under which handle, and whether those that it pays see its
 * name. Idempotent. Taking part without a handle is a validation error, and so is a handle that another organization has.
 */
public interface ChangeNetworkMember {

    @Refuses({OrganizationNotFound.class, ValidationError.class})
    NetworkMember change(Command command);

    /** Empty fields stay unchanged. */
    record Command(
            Caller caller, Optional<Boolean> enabled, Optional<NetworkHandle> handle, Optional<Boolean> showsName, Origin origin,
            Once<NetworkMember> once) {}
}
