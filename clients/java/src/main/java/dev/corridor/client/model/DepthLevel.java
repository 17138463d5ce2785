package dev.corridor.client.model;

import java.math.BigDecimal;

/**
 * The price of one size.
 *
 * @param price of one unit of the base
 * @param quantity of the base
 * @param amount of the counter asset
 */
public record DepthLevel(BigDecimal price, BigDecimal quantity, BigDecimal amount) {}
