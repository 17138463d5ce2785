/** The store of the people who log in, and of tokens that were revoked. */
package dev.corridor.persistence.user;
