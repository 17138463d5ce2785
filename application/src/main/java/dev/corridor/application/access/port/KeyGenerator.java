package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeySecret;

/** Makes API keys that nobody can guess, for the environment of this deployment. */
@FunctionalInterface
public interface KeyGenerator {

    ApiKeySecret newKey();
}
