package dev.corridor.client.model;

import java.util.Map;

public final class LogoutRequest extends Members<LogoutRequest> {

    private LogoutRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static LogoutRequest of() {
        return new LogoutRequest(Map.of());
    }

    @Override
    LogoutRequest copy(Map<String, Object> values) {
        return new LogoutRequest(values);
    }

    /** Of another session to end as well; the session of the request ends with all of its tokens anyway. */
    public LogoutRequest refreshToken(String refreshToken) {
        return with("refreshToken", refreshToken);
    }
}
