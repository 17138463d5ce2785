package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;

/** When keys were last used. */
public interface KeyUses {

    record KeyUse(ApiKeyId key, OrganizationId organization, Instant at) {}

    /** Records a batch of uses. A use older than the stored one is ignored. */
    void record(List<KeyUse> uses);
}
