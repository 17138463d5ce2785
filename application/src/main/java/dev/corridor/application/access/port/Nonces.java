package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.organization.OrganizationId;

/** The greatest nonce that each key has used, over all nodes. */
public interface Nonces {

    /** Uses it; false, and nothing changes, if it is not greater than all before. However often it comes at once, it is used once. */
    boolean advance(OrganizationId organization, ApiKeyId key, Nonce nonce);
}
