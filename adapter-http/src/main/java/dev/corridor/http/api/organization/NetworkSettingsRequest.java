package dev.corridor.http.api.organization;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * A change of the settings of the network. Absent members stay unchanged; at least one must be there.
 *
 * @param enabled whether to pay and be paid over the network, which needs a handle
 * @param handle your public name there, which no other organization may have
 * @param showOrganizationName whether those whom you pay see your name
 */
@Introspected
record NetworkSettingsRequest(@Nullable Boolean enabled, @Nullable @Is(ANetworkHandle.class) String handle, @Nullable Boolean showOrganizationName)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.atLeastOne(
                new Relations.Field("enabled", enabled),
                new Relations.Field("handle", handle),
                new Relations.Field("showOrganizationName", showOrganizationName));
    }

    ChangeNetworkMember.Command toCommand(Caller caller, Origin origin, Once<NetworkMember> once) {
        return new ChangeNetworkMember.Command(
                caller,
                Optional.ofNullable(enabled),
                Optional.ofNullable(handle).map(NetworkHandle::new),
                Optional.ofNullable(showOrganizationName),
                origin,
                once);
    }
}
