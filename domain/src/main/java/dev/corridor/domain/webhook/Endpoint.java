package dev.corridor.domain.webhook;

import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A receiver of an organization's events. Its secret can be rotated: for a day, messages are signed with the old secret too.
 *
 * @param former the previous secret, if there was one
 */
public record Endpoint(
        EndpointId id,
        OrganizationId organization,
        EndpointTerms terms,
        SealedSecret secret,
        Optional<FormerSecret> former,
        Instant createdAt,
        Instant updatedAt)
        implements Owned {

    /** How long messages are signed with both secrets. Source: our decision, since the NXOS contract is cut there. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** @param signsUntil exclusive */
    public record FormerSecret(SealedSecret secret, Instant signsUntil) {}

    public static Endpoint create(EndpointId id, OrganizationId organization, EndpointTerms terms, SealedSecret secret, Instant now) {
        return new Endpoint(id, organization, terms, secret, Optional.empty(), now, now);
    }

    public Endpoint change(EndpointTerms changed, Instant now) {
        return new Endpoint(id, organization, changed, secret, former, createdAt, now);
    }

    public Endpoint disable(Instant now) {
        return change(terms.withoutDelivery(), now);
    }

    /** An older secret than the present one stops signing now. */
    public Endpoint rotate(SealedSecret fresh, Instant now) {
        return new Endpoint(id, organization, terms, fresh, Optional.of(new FormerSecret(secret, now.plus(OVERLAP))), createdAt, now);
    }

    public boolean isDisabled() {
        return terms.disabled();
    }

    /** Whether it receives messages of this type. A test reaches every endpoint. */
    public boolean receives(EventType type) {
        return terms.eventTypes().isEmpty() || terms.eventTypes().contains(type);
    }

    public Optional<SealedSecret> formerSecretAt(Instant now) {
        return former.filter(old -> now.isBefore(old.signsUntil())).map(FormerSecret::secret);
    }
}
