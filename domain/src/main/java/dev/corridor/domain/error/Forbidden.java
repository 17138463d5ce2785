package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.FORBIDDEN;
import static dev.corridor.domain.error.Retry.NEVER;

/** The caller, the account or the organization may not do this now. The reason says which, in a sentence. */
@Failure(
        kind = FORBIDDEN,
        retry = NEVER,
        title = "Not allowed",
        meaning = "The key, the account or the organization may not do this.",
        advice = "Read the message; ask the operator.")
public record Forbidden(String reason) implements BusinessError {

    @Override
    public String message() {
        return reason;
    }
}
