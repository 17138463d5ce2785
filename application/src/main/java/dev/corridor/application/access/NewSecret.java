package dev.corridor.application.access;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;

/** A key, and its secret, which is shown this once and cannot be read again. */
public record NewSecret(ApiKey key, ApiKeySecret secret) {}
