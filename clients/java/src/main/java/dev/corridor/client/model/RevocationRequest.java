package dev.corridor.client.model;

import java.util.Map;

/** Names an authorization by its two parties, of which yours is one. */
public final class RevocationRequest extends Members<RevocationRequest> {

    private RevocationRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static RevocationRequest of(String grantingOrganizationId, String authorizedOrganizationId, AuthorizationType type) {
        return new RevocationRequest(Map.of())
                .with("grantingOrganizationId", grantingOrganizationId)
                .with("authorizedOrganizationId", authorizedOrganizationId)
                .with("type", type);
    }

    @Override
    RevocationRequest copy(Map<String, Object> values) {
        return new RevocationRequest(values);
    }

    public RevocationRequest reason(String reason) {
        return with("reason", reason);
    }
}
