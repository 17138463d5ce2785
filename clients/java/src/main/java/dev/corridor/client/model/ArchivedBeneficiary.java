package dev.corridor.client.model;

/** Confirms that a beneficiary was archived. */
public record ArchivedBeneficiary(String beneficiaryId, boolean deleted) {}
