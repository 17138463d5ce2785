package dev.corridor.client.model;

import java.util.Map;

public final class LoginRequest extends Members<LoginRequest> {

    private LoginRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static LoginRequest of(String email, String password) {
        return new LoginRequest(Map.of())
                .with("email", email)
                .with("password", password);
    }

    @Override
    LoginRequest copy(Map<String, Object> values) {
        return new LoginRequest(values);
    }

    /** True to stay logged in for 30 days instead of 24 hours. */
    public LoginRequest rememberMe(boolean rememberMe) {
        return with("rememberMe", rememberMe);
    }
}
