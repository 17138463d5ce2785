package dev.corridor.architecture.canary.orderly.domain.account;

import java.util.UUID;

/** Parsing a UUID uses no random numbers. */
public record AccountId(UUID uuid) {

    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }
}
