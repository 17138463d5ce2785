package dev.corridor.client.model;

import java.util.Map;

/** An operator's change of an organization. Absent members stay unchanged. */
public final class OrganizationChangeRequest extends Members<OrganizationChangeRequest> {

    private OrganizationChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static OrganizationChangeRequest of() {
        return new OrganizationChangeRequest(Map.of());
    }

    @Override
    OrganizationChangeRequest copy(Map<String, Object> values) {
        return new OrganizationChangeRequest(values);
    }

    public OrganizationChangeRequest status(OrganizationStatus status) {
        return with("status", status);
    }

    public OrganizationChangeRequest cryptoPayoutsEnabled(boolean cryptoPayoutsEnabled) {
        return with("cryptoPayoutsEnabled", cryptoPayoutsEnabled);
    }
}
