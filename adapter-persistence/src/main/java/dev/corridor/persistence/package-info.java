/**
 * The ports on PostgreSQL. Features have the same names as in the other layers: {@code Postgres...} implements a port, {@code ...Rows} maps
 * one kind of object to its table, and {@link dev.corridor.persistence.books.PostgresBooks} combines them.
 *
 * <p>Requirements for the data source: {@code connectionTimeout} and {@code socketTimeout}, or a network that drops packets blocks a
 * request forever; {@code idle_in_transaction_session_timeout}, or a dead node's locks block the others;
 * {@link dev.corridor.persistence.Migrations#TAKE_ON_SERVICE_ROLE} on every new connection; {@code logServerErrorDetail=false}, because
 * PostgreSQL's error details contain whole rows, with names and account numbers; and the default isolation level, READ COMMITTED.
 */
package dev.corridor.persistence;
