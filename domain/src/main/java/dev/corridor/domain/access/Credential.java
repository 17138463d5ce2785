package dev.corridor.domain.access;

import dev.corridor.domain.access.AccessError.ApiKeyDeleted;
import dev.corridor.domain.access.AccessError.ApiKeyDeprecated;
import dev.corridor.domain.access.AccessError.ApiKeyExpired;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.ApiKeyNotEnabled;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.IpNotAllowed;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as a request presents it: by one of its secrets.
 *
 * @param hash of the secret, any that the key ever had
 * @param client how its organization stands
 */
public record Credential(ApiKey key, String hash, OrganizationStatus client) {

    /** What the holder must sign requests with; empty if nothing needs to be signed. */
    public Optional<SealedSecret> signing() {
        return key.signingOf(hash);
    }

    /**
     * Lets the holder in, or says why not. This is the order of the checks of a key; {@link AccessError} has its errors in the same one.
     *
     * @param here the environment of this deployment: a key of the other one is none here
     */
    public Caller admit(Environment here, IpAddress from, Instant now) {
        refusal(here, from, now).ifPresent(error -> {
            throw new BusinessException(error);
        });
        return new Caller(
                key.organization(),
                key.id(),
                key.environment(),
                key.terms().permissions(),
                key.terms().tier(),
                key.terms().restrictions(),
                key.terms().dialect(),
                client);
    }

    private Optional<AccessError> refusal(Environment here, IpAddress from, Instant now) {
        if (key.environment() != here) {
            return Optional.of(new InvalidApiKey());
        } else if (key.isDeleted()) {
            return Optional.of(new ApiKeyDeleted());
        } else if (key.isDeprecated(hash, now)) {
            return Optional.of(new ApiKeyDeprecated());
        } else if (key.terms().isExpiredAt(now)) {
            return Optional.of(new ApiKeyExpired());
        } else if (key.status() == ApiKeyStatus.CREATED) {
            return Optional.of(new ApiKeyNotEnabled());
        } else if (key.status() == ApiKeyStatus.LOCKED) {
            return Optional.of(new ApiKeyLocked());
        } else if (client == OrganizationStatus.CLOSED) {
            return Optional.of(new ClientInactive());
        } else if (!key.terms().allow(from)) {
            return Optional.of(new IpNotAllowed());
        }
        return Optional.empty();
    }

    /** The hash is of no use to people who read logs. */
    @Override
    public String toString() {
        return "Credential[" + key.id() + ", " + client + "]";
    }
}
