/**
 * The bundled database: a PostgreSQL on a data directory, started and stopped with the service.
 *
 * <p>A <em>data directory</em> contains the cluster (PostgreSQL's files), its log, the owner's password, the unpacked programs, and the
 * lock of its process. An <em>orphan</em> is a PostgreSQL that outlived its service.
 */
package dev.corridor.service.embedded;
