/**
 * The books: accounts, balances, quotes, transactions and postings, which change atomically. Every movement of money is a {@link
 * dev.corridor.application.books.Decision} on {@link dev.corridor.application.books.OpenBooks}.
 */
package dev.corridor.application.books;
