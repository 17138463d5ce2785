package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Payouts that were handed in together, and how far they have got.
 *
 * @param createdBy the key or user that has handed them in
 * @param cancelledAt null if it was not cancelled
 */
public record PayoutBatch(String batchId, PayoutBatchCounts counts, String createdBy, Instant createdAt, Optional<Instant> cancelledAt) {}
