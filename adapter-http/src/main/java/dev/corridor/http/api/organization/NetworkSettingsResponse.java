package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How an organization is known on the network.
 *
 * @param handle null if it has never had one
 */
@Serdeable
record NetworkSettingsResponse(
        @Literal("nxosnet_settings") String object, boolean enabled, @Nullable @Spells(ANetworkHandle.class) String handle,
        boolean showOrganizationName) {

    static NetworkSettingsResponse of(NetworkMember member) {
        return new NetworkSettingsResponse(
                "nxosnet_settings", member.enabled(), member.handle().map(NetworkHandle::text).orElse(null), member.showsName());
    }
}
