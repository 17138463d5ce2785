/**
 * Password login: the {@link dev.corridor.domain.user.User}, the lockout after too many wrong passwords, the {@link
 * dev.corridor.domain.user.Session} that a login begins, and the {@link dev.corridor.domain.user.Token} that proves it.
 */
package dev.corridor.domain.user;
