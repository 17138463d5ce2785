package dev.corridor.client.model;

import java.util.Map;

/** A change of the password. */
public final class PasswordChangeRequest extends Members<PasswordChangeRequest> {

    private PasswordChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static PasswordChangeRequest of(String currentPassword, String newPassword) {
        return new PasswordChangeRequest(Map.of())
                .with("currentPassword", currentPassword)
                .with("newPassword", newPassword);
    }

    @Override
    PasswordChangeRequest copy(Map<String, Object> values) {
        return new PasswordChangeRequest(values);
    }

    /** True to stay logged in for 30 days instead of 24 hours. */
    public PasswordChangeRequest rememberMe(boolean rememberMe) {
        return with("rememberMe", rememberMe);
    }
}
