/** The tenant: an organization owns keys, accounts and beneficiaries, and sees only its own. */
package dev.corridor.domain.organization;
