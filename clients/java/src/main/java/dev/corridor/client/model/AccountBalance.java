package dev.corridor.client.model;

import java.math.BigDecimal;

/** @param amount the available balance, in major units */
public record AccountBalance(Asset asset, BigDecimal amount) {}
