/** Tables of users and their sessions. */
package dev.corridor.persistence.user;
