package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;

/** When keys were last used. */
public interface KeyUses {

    record KeyUse(ApiKeyId key, OrganizationId organization, Instant at) {}

    /** Records uses, all at once. One that is older than what is recorded changes nothing. */
    void record(List<KeyUse> uses);
}
