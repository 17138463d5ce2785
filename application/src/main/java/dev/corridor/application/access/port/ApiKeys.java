package dev.corridor.application.access.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** The keys of organizations, deleted ones aside, as their owners see them. */
public interface ApiKeys {

    Optional<ApiKey> find(OrganizationId organization, ApiKeyId id);

    Page<ApiKey> page(OrganizationId organization, PageRequest<ApiKeyId> request);

    /** Whose key that is, even if it is deleted. */
    Optional<OrganizationId> ownerOf(ApiKeyId id);
}
