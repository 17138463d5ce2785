package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A way to pay an account from outside.
 *
 * @param status INACTIVE if another has replaced it; what arrives is credited all the same
 * @param supportedAssets what may be paid in
 * @param details specific to the type
 */
public record FundingMethod(
        String fundingMethodId,
        String accountId,
        Optional<String> name,
        FundingMethodType type,
        FundingMethodStatus status,
        List<Asset> supportedAssets,
        FundingMethodDetails details,
        Instant createdAt) {}
