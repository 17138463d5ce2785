/**
 * The key store and the nodes' caches of it.
 *
 * <p>Each permission of a key is stored by name. A migration that adds a permission grants it to keys that have all others. Unknown
 * permissions are ignored, so nodes of two versions can share a database.
 */
package dev.corridor.persistence.access;
