/** Tables of transactions, postings and signed transfers. */
package dev.corridor.persistence.transaction;
