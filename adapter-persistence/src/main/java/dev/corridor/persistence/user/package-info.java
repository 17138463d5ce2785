/** Tables of users and revoked tokens. */
package dev.corridor.persistence.user;
