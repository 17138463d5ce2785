/**
 * The key store, and what every node remembers of it.
 *
 * <p>A key's permissions stand in its row one by one: a migration that brings a new permission gives it to the keys that have all others. A
 * permission that this version does not know is left out, so that nodes of two versions can share a database.
 */
package dev.corridor.persistence.access;
