package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.INVALID;

/** The request as a whole makes no sense: it cannot be read, or its parts contradict what is known. The reason is a sentence. */
@Failure(
        kind = INVALID,
        title = "The request is invalid",
        meaning = "The request cannot be read, or contradicts what is known.",
        advice = "Mend the request.")
public record InvalidRequest(String reason) implements BusinessError {

    @Override
    public String message() {
        return reason;
    }
}
