package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.INVALID;

/** A parameter of a path or a query, which is required, is not there. */
@Failure(
        kind = INVALID,
        title = "A parameter is missing",
        meaning = "A parameter of the query that is required is not there.",
        advice = "Send the parameter.")
public record MissingParameter(String field) implements BusinessError {

    @Override
    public String message() {
        return "The parameter '" + field + "' is required.";
    }
}
