package dev.corridor.portal;

import dev.corridor.domain.organization.Environment;

/** @param environment of this deployment: with real money, cookies travel over TLS only */
public record PortalSettings(Environment environment) {

    public boolean isSandbox() {
        return environment == Environment.SANDBOX;
    }
}
