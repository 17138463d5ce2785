package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.INVALID;

/** More is asked for at once than is given at once. */
@Failure(
        kind = INVALID,
        title = "Too much at once",
        meaning = "More is asked for at once than is given at once.",
        advice = "Ask for less, and for the rest after it.")
public record LimitExceeded(String field, int maximum) implements BusinessError {

    @Override
    public String message() {
        return "The parameter '" + field + "' must not exceed " + maximum + ".";
    }
}
