package dev.corridor.domain.organization;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ValidationError;
import java.util.Optional;

/**
 * An organization as others see it on the network, where organizations pay each other by handle.
 *
 * @param enabled whether it pays and is paid over the network
 * @param handle empty if it has never had one
 * @param showsName whether those that it pays see its name
 */
public record NetworkMember(OrganizationId organization, boolean enabled, Optional<NetworkHandle> handle, boolean showsName) implements Owned {

    public NetworkMember {
        if (enabled && handle.isEmpty()) {
            throw new IllegalArgumentException("who is on the network has a handle");
        }
    }

    /** As every organization begins. */
    public static NetworkMember absent(OrganizationId organization) {
        return new NetworkMember(organization, false, Optional.empty(), false);
    }

    /**
     * The member after a change; what is empty stays as it is.
     *
     * @throws BusinessException a validation error, if it is to be enabled without a handle
     */
    public NetworkMember change(Optional<Boolean> enabling, Optional<NetworkHandle> naming, Optional<Boolean> showing) {
        boolean isEnabled = enabling.orElse(enabled);
        var named = naming.or(() -> handle);
        if (isEnabled && named.isEmpty()) {
            throw new BusinessException(ValidationError.of("handle", "is required to enable the network"));
        }
        return new NetworkMember(organization, isEnabled, named, showing.orElse(showsName));
    }

    /** The handle under which it pays; or forbidden, if it is not on the network. */
    public NetworkHandle requireEnabled() {
        return handle.filter(given -> enabled).orElseThrow(() -> new BusinessException(
                new Forbidden("Transfers over the network are not enabled for this organization.")));
    }

    /** That another organization has its handle. */
    public static BusinessException handleTaken() {
        return new BusinessException(ValidationError.of("handle", "is taken by another organization"));
    }
}
