package dev.corridor.application.access;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.SigningSecret;
import java.util.Optional;

/**
 * A key, and its secret, which is shown this once and cannot be read again.
 *
 * @param signing what requests are to be signed with, shown this once as well; empty if they need not be
 */
public record NewSecret(ApiKey key, ApiKeySecret secret, Optional<SigningSecret> signing) {}
