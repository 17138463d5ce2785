package dev.corridor.domain.transaction;

import dev.corridor.domain.organization.OrganizationId;

/** The bank that a fiat payout is to be paid by. Written with the payout; a file with its order is made after that. */
public record BankTransfer(TransactionId transaction, OrganizationId organization, String bank) {}
