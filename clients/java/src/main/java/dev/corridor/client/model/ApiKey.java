package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API key without its secret.
 *
 * @param prefix the beginning of the secret
 * @param signed whether requests must be signed
 * @param signatureFormat what their signatures must cover; absent if none is required
 * @param allowedAddresses CIDR ranges; empty if unrestricted
 * @param formerSecretWorksUntil when the secret before the last rotation expires or expired
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        String apiKeyId,
        String name,
        Environment environment,
        String prefix,
        ApiKeyStatus status,
        List<Permission> permissions,
        Tier tier,
        boolean signed,
        Optional<SignatureFormat> signatureFormat,
        List<String> allowedAddresses,
        Optional<DialectName> dialect,
        Optional<Instant> formerSecretWorksUntil,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Instant createdAt,
        Instant updatedAt) {}
