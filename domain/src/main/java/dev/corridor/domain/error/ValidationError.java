package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.INVALID;

import java.util.List;
import java.util.stream.Collectors;

/** Fields of the command have values that no state of the world would accept. Names every faulty field. */
@Failure(
        kind = INVALID,
        title = "Fields of the body are wrong",
        meaning = "Fields of the body are wrong; the message names each of them.",
        advice = "Mend the fields.")
public record ValidationError(List<FieldFault> faults) implements BusinessError {

    /** The field's name as the client wrote it, and what is wrong: "fromAmount", "must be greater than zero". */
    public record FieldFault(String field, String reason) {}

    public ValidationError {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a validation error names at least one field");
        }
    }

    public static ValidationError of(String field, String reason) {
        return new ValidationError(List.of(new FieldFault(field, reason)));
    }

    @Override
    public String message() {
        return sentenceOf(faults);
    }

    static String sentenceOf(List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> fault.field() + " " + fault.reason())
                .collect(Collectors.joining("; ", "", "."));
    }
}
