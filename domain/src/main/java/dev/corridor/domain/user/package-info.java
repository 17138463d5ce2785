/**
 * People who log in: the {@link dev.corridor.domain.user.User} with an e-mail address and a password, the lockout after too many wrong ones, and
 * the {@link dev.corridor.domain.user.Token} that proves a login afterwards.
 */
package dev.corridor.domain.user;
