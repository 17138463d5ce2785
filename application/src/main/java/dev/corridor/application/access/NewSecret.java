package dev.corridor.application.access;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.SigningSecret;
import java.util.Optional;

/**
 * A key with its clear-text secrets, which are returned only once.
 *
 * @param signing the signing secret; empty if requests need no signature
 */
public record NewSecret(ApiKey key, ApiKeySecret secret, Optional<SigningSecret> signing) {}
