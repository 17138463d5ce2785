/** Registering, reading and archiving beneficiaries. */
package dev.corridor.application.beneficiary;
