package dev.corridor.application.organization.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Reads letters of authorization; they change through the registry. A letter is found by both of its parties, and by no other organization. */
public interface Letters {

    /** The one letter between them that is active or pending. Never from a cache. */
    Optional<LetterOfAuthorization> find(OrganizationId granting, OrganizationId authorized);

    /** Those of which the organization is a party. */
    Page<LetterOfAuthorization> page(OrganizationId party, LetterFilter filter, PageRequest<LetterId> request);
}
