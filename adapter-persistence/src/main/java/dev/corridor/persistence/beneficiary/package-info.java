/** Beneficiaries in their table. */
package dev.corridor.persistence.beneficiary;
