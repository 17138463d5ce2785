package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account in responses.
 *
 * @param reference your own name for it
 * @param fundingMethods the ways to pay it from outside, of those that are ACTIVE; a new account has none for a second or so
 * @param balances absent in lists
 */
public record Account(
        String accountId,
        Optional<String> reference,
        Optional<String> name,
        Optional<String> description,
        boolean isPrimary,
        AccountStatus status,
        List<String> fundingMethods,
        Optional<List<AccountBalance>> balances,
        Instant createdAt,
        Instant updatedAt) {}
