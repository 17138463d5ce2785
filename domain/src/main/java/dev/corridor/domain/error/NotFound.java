package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;

/** Something without a code of its own does not exist. The subject begins a sentence: "Transaction". */
@Failure(
        kind = NOT_FOUND,
        title = "Not found",
        meaning = "There is no such route, transaction or other thing that has no code of its own.",
        advice = "Mend the id, the path or the method.")
public record NotFound(String subject) implements BusinessError {

    @Override
    public String message() {
        return subject + " not found.";
    }
}
