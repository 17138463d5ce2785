package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.organization.OrganizationId;

/** The highest nonce used per key, across all nodes. */
public interface Nonces {

    /** Consumes the nonce; false without effect if it is not above all earlier ones. Atomic: of concurrent duplicates, one succeeds. */
    boolean advance(OrganizationId organization, ApiKeyId key, Nonce nonce);
}
