/**
 * The books on PostgreSQL: how decisions are taken ({@link dev.corridor.persistence.books.PostgresBooks}), and how what they left is
 * checked.
 */
package dev.corridor.persistence.books;
