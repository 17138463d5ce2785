package dev.corridor.domain.access;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/** Why nobody is let in, in order of precedence. Source: the NXOS contract, section 3. */
public sealed interface AccessError extends BusinessError {

    @Override
    default ErrorKind kind() {
        return ErrorKind.UNAUTHENTICATED;
    }

    record MissingApiKey() implements AccessError {

        @Override
        public String code() {
            return "missing_api_key";
        }

        @Override
        public String message() {
            return "Send your API key in the header 'Authorization: Bearer <key>'.";
        }
    }

    record InvalidApiKey() implements AccessError {

        @Override
        public String code() {
            return "invalid_api_key";
        }

        @Override
        public String message() {
            return "The provided API key is invalid.";
        }
    }

    /** The key could not be checked. It may be perfectly good: the client should try again. */
    record AuthenticationFailed() implements AccessError {

        @Override
        public String code() {
            return "authentication_failed";
        }

        @Override
        public String message() {
            return "The API key could not be verified because of a server error. Retry the request.";
        }
    }
}
