/**
 * The database that the service brings along: a real PostgreSQL, started on a data directory and stopped with the service.
 *
 * <p>A <em>data directory</em> holds everything: the cluster (PostgreSQL's word for its files), its log, the owner's password, the unpacked
 * programs and the lock of the process that uses it. An <em>orphan</em> is a PostgreSQL that outlived the service that started it.
 */
package dev.corridor.service.embedded;
