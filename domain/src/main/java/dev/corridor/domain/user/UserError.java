package dev.corridor.domain.user;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;
import java.time.Instant;

/** Why a person is not let in, in order of precedence. Source: the Nexgent contract, sections 1 and 2. */
public sealed interface UserError extends BusinessError {

    /** Nobody has signed it, or not us, or it is no token at all. */
    record InvalidToken() implements UserError {

        @Override
        public String code() {
            return "invalid_token";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The token is invalid.";
        }
    }

    /** An access token where a refresh token is wanted, or the other way round. */
    record InvalidTokenType() implements UserError {

        @Override
        public String code() {
            return "invalid_token_type";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The token is of the wrong type.";
        }
    }

    record TokenExpired() implements UserError {

        @Override
        public String code() {
            return "token_expired";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The token has expired.";
        }
    }

    record TokenRevoked() implements UserError {

        @Override
        public String code() {
            return "token_revoked";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The token has been revoked.";
        }
    }

    /** There were too many wrong passwords. The right one is not looked at either before the lock is over. */
    record AccountLocked(Instant lockedUntil) implements UserError {

        @Override
        public String code() {
            return "account_locked";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.LOCKED;
        }

        @Override
        public String message() {
            return "The account is locked after too many failed logins. Try again later.";
        }
    }

    /** Says nothing about which of the two is wrong: strangers must not learn who is a user. */
    record InvalidCredentials() implements UserError {

        @Override
        public String code() {
            return "invalid_credentials";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The e-mail address or the password is wrong.";
        }
    }

    record EmailTaken() implements UserError {

        @Override
        public String code() {
            return "email_taken";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "A user with this e-mail address is registered already.";
        }
    }
}
