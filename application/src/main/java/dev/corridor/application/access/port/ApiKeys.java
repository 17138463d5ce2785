package dev.corridor.application.access.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Undeleted API keys. */
public interface ApiKeys {

    Optional<ApiKey> find(OrganizationId organization, ApiKeyId id);

    Page<ApiKey> page(OrganizationId organization, PageRequest<ApiKeyId> request);

    /** Includes deleted keys. */
    Optional<OrganizationId> ownerOf(ApiKeyId id);
}
