package dev.corridor.application.access.port;

import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.Nonce;

/** The highest nonce used per secret of a key, across all nodes. A new secret begins anew. */
public interface Nonces {

    /** Consumes the nonce; false without effect if it is not above all earlier ones. Atomic: of concurrent duplicates, one succeeds. */
    boolean advance(Credential credential, Nonce nonce);
}
