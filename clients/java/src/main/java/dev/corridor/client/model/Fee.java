package dev.corridor.client.model;

import java.math.BigDecimal;

/**
 * What a payout costs, on top of its amount.
 *
 * @param fixed in major units, as the others
 * @param bps hundredths of a percent of the amount
 * @param bpsAmount the share that they are, rounded half up at the asset's smallest unit
 * @param total set aside with the amount, charged when the payout is COMPLETED, released when it is DECLINED
 */
public record Fee(BigDecimal fixed, int bps, BigDecimal bpsAmount, BigDecimal total, Asset asset) {}
