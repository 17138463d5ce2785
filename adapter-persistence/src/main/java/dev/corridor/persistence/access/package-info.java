/** The key store. */
package dev.corridor.persistence.access;
