/** The books on PostgreSQL: what a batch of decisions locks, loads and writes. {@link dev.corridor.persistence.books.PostgresBooks} is the way in. */
package dev.corridor.persistence.books;
