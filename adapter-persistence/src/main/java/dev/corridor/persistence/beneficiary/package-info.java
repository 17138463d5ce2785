/** The table of beneficiaries. */
package dev.corridor.persistence.beneficiary;
