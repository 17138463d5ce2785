/** The customer: an organization owns keys, accounts and beneficiaries, and sees nobody else's. */
package dev.corridor.domain.organization;
