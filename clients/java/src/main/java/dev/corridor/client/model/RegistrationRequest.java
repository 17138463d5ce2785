package dev.corridor.client.model;

import java.util.Map;

/** The registration of a user. */
public final class RegistrationRequest extends Members<RegistrationRequest> {

    private RegistrationRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static RegistrationRequest of(String email, String password) {
        return new RegistrationRequest(Map.of())
                .with("email", email)
                .with("password", password);
    }

    @Override
    RegistrationRequest copy(Map<String, Object> values) {
        return new RegistrationRequest(values);
    }

    /** The domain of the e-mail address if absent. */
    public RegistrationRequest organizationName(String organizationName) {
        return with("organizationName", organizationName);
    }
}
