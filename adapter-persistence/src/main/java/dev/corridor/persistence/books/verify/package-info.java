/**
 * Checks offline that the books add up: postings sum to zero, balances equal their entries, and every state has what it must have.
 * {@link dev.corridor.persistence.books.verify.BooksVerifier} runs the checks; each {@code Check} is one rule as a query.
 */
package dev.corridor.persistence.books.verify;
