/**
 * Verifies the books offline. {@link dev.corridor.persistence.books.verify.BooksVerifier} runs the checks; each {@code Check} is a rule as
 * a query.
 */
package dev.corridor.persistence.books.verify;
