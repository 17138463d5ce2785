/**
 * Payees of an account. A {@link dev.corridor.domain.beneficiary.Beneficiary} has a destination, a blockchain address or a bank account,
 * and belongs to the account that registered it. It is archived, never deleted.
 */
package dev.corridor.domain.beneficiary;
