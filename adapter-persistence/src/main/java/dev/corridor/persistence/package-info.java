/**
 * The ports on PostgreSQL. Each feature has the names it has in the other layers: {@code Postgres...} implements a port, {@code ...Rows}
 * knows how its things stand in their table, and {@link dev.corridor.persistence.books.PostgresBooks} brings them together.
 *
 * <p>What the data source needs: a {@code connectionTimeout} and a {@code socketTimeout}, because a network that swallows packets would
 * otherwise keep a request waiting for ever; an {@code idle_in_transaction_session_timeout}, because the locks of a node that has died would keep
 * others waiting; {@link dev.corridor.persistence.Migrations#TAKE_ON_SERVICE_ROLE} run on every new connection;
 * {@code logServerErrorDetail=false}, because PostgreSQL puts whole rows, with names and account numbers, into the details of its errors;
 * and the default isolation level, READ COMMITTED.
 */
package dev.corridor.persistence;
