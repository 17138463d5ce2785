/** Password hashing and token signing. */
package dev.corridor.crypto;
