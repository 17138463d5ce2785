package dev.corridor.domain.access;

import dev.corridor.domain.access.AccessError.ApiKeyTransitionRefused;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/**
 * An API key of one organization. Its secret can be rotated; the old secret then works for an overlap. At most two secrets work at a time.
 *
 * @param former the previous secret, if there was one
 * @param lastUsedAt rounded to the minute; empty if never used
 */
public record ApiKey(
        ApiKeyId id,
        OrganizationId organization,
        Environment environment,
        KeyTerms terms,
        ApiKeyStatus status,
        IssuedSecret secret,
        Optional<FormerSecret> former,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> lastUsedAt)
        implements Owned {

    /** The longest time for which the old secret works beside the new one. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    /** @param worksUntil exclusive; from then on the secret is deprecated */
    public record FormerSecret(String hash, Optional<SealedSecret> signing, Instant worksUntil) {

        @Override
        public String toString() {
            return "until " + worksUntil;
        }
    }

    /** A new key. If not enabled, it stays CREATED until {@link #enable}. */
    public static ApiKey issue(
            ApiKeyId id, OrganizationId organization, KeyTerms terms, ApiKeySecret secret, boolean enabled, Instant now) {
        return issue(id, organization, terms, secret, Optional.empty(), enabled, now);
    }

    /**
     * A new key that may require signed requests.
     *
     * @param signing the secret that signs requests; present if and only if the terms require signatures
     */
    public static ApiKey issue(
            ApiKeyId id,
            OrganizationId organization,
            KeyTerms terms,
            ApiKeySecret secret,
            Optional<SealedSecret> signing,
            boolean enabled,
            Instant now) {
        requireSigning(terms, signing);
        return new ApiKey(
                id,
                organization,
                secret.environment(),
                terms,
                enabled ? ApiKeyStatus.ENABLED : ApiKeyStatus.CREATED,
                IssuedSecret.of(secret, signing),
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }

    public ApiKey enable(Instant now) {
        return move("enabled", ApiKeyStatus.ENABLED, now, ApiKeyStatus.CREATED);
    }

    public ApiKey lock(Instant now) {
        return move("locked", ApiKeyStatus.LOCKED, now, ApiKeyStatus.ENABLED);
    }

    public ApiKey unlock(Instant now) {
        return move("unlocked", ApiKeyStatus.ENABLED, now, ApiKeyStatus.LOCKED);
    }

    public ApiKey delete(Instant now) {
        return move("deleted", ApiKeyStatus.DELETED, now, ApiKeyStatus.CREATED, ApiKeyStatus.ENABLED, ApiKeyStatus.LOCKED);
    }

    public ApiKey change(KeyTerms terms, Instant now) {
        requireNotDeleted("changed");
        return new ApiKey(id, organization, environment, terms, status, secret, former, createdAt, now, lastUsedAt);
    }

    /**
     * Rotates the secret. The present secret works until the overlap ends; an older one stops working now.
     *
     * @param signing the secret that signs requests; present if and only if the key requires signatures
     * @param overlap from zero to {@link #MAX_OVERLAP}
     */
    public ApiKey rotate(ApiKeySecret fresh, Optional<SealedSecret> signing, Duration overlap, Instant now) {
        requireSigning(terms, signing);
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new IllegalArgumentException("an overlap lasts up to " + MAX_OVERLAP);
        }
        if (fresh.environment() != environment) {
            throw new IllegalArgumentException("a key stays in its environment");
        }
        requireNotDeleted("rotated");
        var replaced = Optional.of(new FormerSecret(secret.hash(), secret.signing(), now.plus(overlap)));
        return new ApiKey(id, organization, environment, terms, status, IssuedSecret.of(fresh, signing), replaced, createdAt, now, lastUsedAt);
    }

    private static void requireSigning(KeyTerms terms, Optional<SealedSecret> signing) {
        if (terms.signature().isPresent() != signing.isPresent()) {
            throw new IllegalArgumentException("a key has a signing secret if, and only if, it demands signed requests");
        }
    }

    /** The secret that signs requests authenticated by {@code hash}; empty if they need no signature. */
    Optional<SealedSecret> signingOf(String hash) {
        return hash.equals(secret.hash()) ? secret.signing() : former.filter(old -> old.hash().equals(hash)).flatMap(FormerSecret::signing);
    }

    public boolean isDeleted() {
        return status == ApiKeyStatus.DELETED;
    }

    /** Whether the secret no longer works: it is neither the present one nor the previous one within its overlap. */
    boolean isDeprecated(String hash, Instant now) {
        boolean works = hash.equals(secret.hash())
                || former.isPresent() && hash.equals(former.get().hash()) && now.isBefore(former.get().worksUntil());
        return !works;
    }

    /** Whether this key can create, change and revoke keys. */
    boolean canManageKeysAt(Instant now) {
        return status == ApiKeyStatus.ENABLED && terms.permissions().contains(Permission.API_KEYS_WRITE) && !terms.isExpiredAt(now);
    }

    private ApiKey move(String transition, ApiKeyStatus to, Instant now, ApiKeyStatus first, ApiKeyStatus... others) {
        if (!EnumSet.of(first, others).contains(status)) {
            throw new BusinessException(new ApiKeyTransitionRefused(id, status, transition));
        }
        return new ApiKey(id, organization, environment, terms, to, secret, former, createdAt, now, lastUsedAt);
    }

    private void requireNotDeleted(String transition) {
        if (isDeleted()) {
            throw new BusinessException(new ApiKeyTransitionRefused(id, status, transition));
        }
    }
}
