/** Digests, for comparing texts that are not stored. */
package dev.corridor.domain.digest;
