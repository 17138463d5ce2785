/** References: a client's own names for its accounts, beneficiaries and transactions. */
package dev.corridor.domain.reference;
