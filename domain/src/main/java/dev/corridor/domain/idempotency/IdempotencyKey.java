package dev.corridor.domain.idempotency;

import dev.corridor.domain.organization.OrganizationId;

/**
 * Names a request of an organization, for one method and path.
 *
 * @param text what the client sent, 1 to {@value #MAX_LENGTH} characters
 */
public record IdempotencyKey(OrganizationId organization, String text, String method, String path) {

    /** Source: the NXOS contract, section 1, "Idempotency". */
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** Leaves out the client's text, which may be confidential. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + organization + ", " + method + " " + path + "]";
    }
}
