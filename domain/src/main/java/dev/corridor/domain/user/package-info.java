/**
 * Password login: the {@link dev.corridor.domain.user.User}, the lockout after too many wrong passwords, and the {@link
 * dev.corridor.domain.user.Token} that proves a login.
 */
package dev.corridor.domain.user;
