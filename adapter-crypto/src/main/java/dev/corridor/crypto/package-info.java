/** What people must not be able to make up: the hashes of their passwords, and the signatures of the tokens that prove their logins. */
package dev.corridor.crypto;
