/**
 * Whom an account may pay. A {@link dev.corridor.domain.beneficiary.Beneficiary} has a destination, either an address on a blockchain or
 * a bank account, and belongs to the account that registered it. It is never deleted, only archived.
 */
package dev.corridor.domain.beneficiary;
