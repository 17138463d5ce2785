package dev.corridor.client.model;

import java.math.BigDecimal;

/**
 * What a payout costs now, on top of its amount: the fixed part, and a share of the amount, rounded half up at the asset's smallest unit.
 *
 * @param fixed in major units
 * @param bps hundredths of a percent of the amount
 */
public record FeeSchedule(BigDecimal fixed, int bps, Asset asset) {}
