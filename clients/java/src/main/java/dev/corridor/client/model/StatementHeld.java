package dev.corridor.client.model;

import java.math.BigDecimal;

/**
 * @param balance the total, in major units
 * @param available what can be spent
 * @param locked reserved for payouts in progress
 */
public record StatementHeld(BigDecimal balance, BigDecimal available, BigDecimal locked) {}
