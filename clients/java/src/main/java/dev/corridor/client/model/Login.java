package dev.corridor.client.model;

public record Login(String accessToken, String refreshToken, String sessionId, User user) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "Login[confidential]";
    }
}
