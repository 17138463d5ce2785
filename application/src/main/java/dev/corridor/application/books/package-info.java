/**
 * The books: accounts, balances, quotes, transactions and entries, which change together or not at all. Every movement of money is a
 * {@link dev.corridor.application.books.Decision} taken on {@link dev.corridor.application.books.OpenBooks}.
 */
package dev.corridor.application.books;
