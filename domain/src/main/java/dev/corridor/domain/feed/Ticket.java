package dev.corridor.domain.feed;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.UserError.InvalidToken;
import java.time.Duration;
import java.time.Instant;

/**
 * Opens one WebSocket in place of a credential. A browser can send no header there, and a URL may end up in the logs of proxies: a ticket in
 * it is worthless by then.
 *
 * @param hash of the secret
 * @param proof of the credential that the ticket stands for
 * @param from the only address that it can be used from
 * @param expiresAt exclusive
 */
public record Ticket(String hash, OrganizationId organization, Proof proof, IpAddress from, Instant expiresAt) {

    public static final Duration LIFETIME = Duration.ofSeconds(30);

    public static Ticket issue(TicketSecret secret, OrganizationId organization, Proof proof, IpAddress from, Instant now) {
        return new Ticket(secret.hash(), organization, proof, from, now.plus(LIFETIME));
    }

    /** What the ticket stands for, or {@code invalid_token}. */
    public Proof redeem(IpAddress address, Instant now) {
        if (!from.equals(address) || !now.isBefore(expiresAt)) {
            throw new BusinessException(new InvalidToken());
        }
        return proof;
    }

    /** The hash is of no use to people who read logs. */
    @Override
    public String toString() {
        return "Ticket[" + organization + ", " + expiresAt + "]";
    }
}
