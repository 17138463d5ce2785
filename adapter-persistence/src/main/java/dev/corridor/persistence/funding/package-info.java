/** Funding methods and receipts. */
package dev.corridor.persistence.funding;
