package dev.corridor.client.model;

import java.util.Map;

public final class SandboxOrganizationRequest extends Members<SandboxOrganizationRequest> {

    private SandboxOrganizationRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static SandboxOrganizationRequest of(String name) {
        return new SandboxOrganizationRequest(Map.of())
                .with("name", name);
    }

    @Override
    SandboxOrganizationRequest copy(Map<String, Object> values) {
        return new SandboxOrganizationRequest(values);
    }

    /** APPROVED if absent; others let you test {@code client_inactive}. */
    public SandboxOrganizationRequest status(OrganizationStatus status) {
        return with("status", status);
    }

    /** True if absent; false lets you test {@code forbidden} on a crypto payout. */
    public SandboxOrganizationRequest cryptoPayoutsEnabled(boolean cryptoPayoutsEnabled) {
        return with("cryptoPayoutsEnabled", cryptoPayoutsEnabled);
    }
}
