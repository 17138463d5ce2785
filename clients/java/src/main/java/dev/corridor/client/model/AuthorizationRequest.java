package dev.corridor.client.model;

import java.util.Map;

public final class AuthorizationRequest extends Members<AuthorizationRequest> {

    private AuthorizationRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static AuthorizationRequest of(String authorizedOrganizationId, AuthorizationType type) {
        return new AuthorizationRequest(Map.of())
                .with("authorizedOrganizationId", authorizedOrganizationId)
                .with("type", type);
    }

    @Override
    AuthorizationRequest copy(Map<String, Object> values) {
        return new AuthorizationRequest(values);
    }
}
