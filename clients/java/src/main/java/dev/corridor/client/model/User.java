package dev.corridor.client.model;

import java.time.Instant;

public record User(String id, String email, String organizationId, Instant createdAt) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "User[confidential]";
    }
}
