package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeySecret;

/** Generates cryptographically random API keys for this deployment's environment. */
@FunctionalInterface
public interface KeyGenerator {

    ApiKeySecret newKey();
}
