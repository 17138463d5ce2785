package dev.corridor.domain.reference;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/** Violations of the rules of references. */
public sealed interface ReferenceError extends BusinessError {

    /** @param takenBy the id of the account, beneficiary or transaction that has the reference */
    @Failure(
            kind = CONFLICT,
            title = "The reference is taken",
            meaning = "Another account, beneficiary or transaction of the organization has this reference; the message names it.",
            advice = "Read the one that has it: it may be what you wanted to create. Otherwise choose another reference.")
    record ReferenceTaken(String reference, String takenBy) implements ReferenceError {

        @Override
        public String message() {
            return "The reference is taken by " + takenBy + ".";
        }
    }
}
