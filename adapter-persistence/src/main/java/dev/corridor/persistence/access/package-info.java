/**
 * The key store and the nodes' caches of it.
 *
 * <p>Each permission of a key is stored by name. Unknown permissions are ignored, so nodes of two versions can share a database.
 */
package dev.corridor.persistence.access;
