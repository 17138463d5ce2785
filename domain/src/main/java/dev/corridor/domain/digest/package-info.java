/** Digests, by which texts are compared or recognised that are not to be kept. */
package dev.corridor.domain.digest;
