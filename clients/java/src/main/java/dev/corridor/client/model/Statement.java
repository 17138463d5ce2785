package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;

/**
 * A statement of account, as JSON or CSV.
 *
 * @param from inclusive
 * @param to exclusive
 * @param opening the balance at the beginning of the period
 * @param closing the balance at its end
 * @param lines one per step of a transaction, in the order of posting
 */
public record Statement(
        String accountId,
        Asset asset,
        Instant from,
        Instant to,
        StatementHeld opening,
        StatementHeld closing,
        List<StatementLine> lines) {}
