package dev.corridor.architecture.canary.orderly.domain.account;

import java.util.UUID;

/** Reads a UUID, which is not chance. */
public record AccountId(UUID uuid) {

    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }
}
