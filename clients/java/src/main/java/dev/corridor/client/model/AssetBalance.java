package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The balance of one asset.
 *
 * @param amount the available balance, in major units
 * @param locked reserved for payouts in progress, in major units
 * @param at the requested moment in the past; absent for the present
 */
public record AssetBalance(String accountId, Asset asset, BigDecimal amount, BigDecimal locked, Optional<Instant> at) {}
