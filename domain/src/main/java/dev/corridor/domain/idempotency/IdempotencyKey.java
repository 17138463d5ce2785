package dev.corridor.domain.idempotency;

import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * Names a request of an organization, for one method and path. The names of a broker's requests for it are apart from its own.
 *
 * @param broker the organization that acts for it; empty if it acts itself
 * @param text what the client sent, 1 to {@value #MAX_LENGTH} characters
 */
public record IdempotencyKey(OrganizationId organization, Optional<OrganizationId> broker, String text, String method, String path) {

    /** Source: the NXOS contract, section 1, "Idempotency". */
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** Of a request of the organization itself. */
    public IdempotencyKey(OrganizationId organization, String text, String method, String path) {
        this(organization, Optional.empty(), text, method, path);
    }

    /** Leaves out the client's text, which may be confidential. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + organization + ", " + method + " " + path + "]";
    }
}
