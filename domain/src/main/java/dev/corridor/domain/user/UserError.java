package dev.corridor.domain.user;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.LOCKED;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.ErrorKind.UNAUTHENTICATED;
import static dev.corridor.domain.error.Retry.AFTER;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Temporary;
import java.time.Duration;
import java.time.Instant;

/** Why a person is not let in, in order of precedence. Source: the Nexgent contract, sections 1 and 2. */
public sealed interface UserError extends BusinessError {

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The token is invalid",
            meaning = "The token is not one that this service has signed; or a ticket of the feed is unknown, used, expired, or of another address.",
            advice = "Log in; or get a new ticket.",
            message = "The token is invalid.")
    record InvalidToken() implements UserError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The token is of the wrong type",
            meaning = "A refresh token came where an access token is wanted, or the other way round.",
            advice = "Send the other one.",
            message = "The token is of the wrong type.")
    record InvalidTokenType() implements UserError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The token has expired",
            meaning = "The token was good, and its time is over.",
            advice = "Get another access token with the refresh token; log in if that one has expired too.",
            message = "The token has expired.")
    record TokenExpired() implements UserError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The token has been revoked",
            meaning = "The session of the token was ended: by a logout, a new password, an operator, or because a used refresh token came again.",
            advice = "Log in.",
            message = "The token has been revoked.")
    record TokenRevoked() implements UserError {}

    /** There were too many wrong passwords. The right one is not looked at either before the lock is over. */
    @Failure(
            kind = LOCKED,
            retry = AFTER,
            title = "The account is locked",
            meaning = "There were five wrong passwords in a row. Until the lock is over no password is looked at.",
            advice = "Log in after `lockedUntil`, which is `Retry-After` seconds from now.",
            message = "The account is locked after too many failed logins. Try again later.")
    record AccountLocked(Instant lockedUntil, Duration retryAfter) implements UserError, Temporary {}

    /** Says nothing about which of the two is wrong: strangers must not learn who is a user. */
    @Failure(
            kind = UNAUTHENTICATED,
            title = "The login is wrong",
            meaning = "The e-mail address is unknown, or the password is wrong.",
            advice = "Mend the e-mail address or the password.",
            message = "The e-mail address or the password is wrong.")
    record InvalidCredentials() implements UserError {}

    @Failure(
            kind = NOT_FOUND,
            title = "Session not found",
            meaning = "There is no such session, it is not yours, or it is over.",
            advice = "List the sessions.",
            message = "Session not found.")
    record SessionNotFound(SessionId session) implements UserError {}

    @Failure(
            kind = CONFLICT,
            title = "The e-mail address is taken",
            meaning = "A user with this e-mail address is registered already.",
            advice = "Log in, or register with another address.",
            message = "A user with this e-mail address is registered already.")
    record EmailTaken() implements UserError {}
}
