package dev.corridor.domain.error;

import java.util.List;
import java.util.stream.Collectors;

/** Fields of the command have values that no state of the world would accept. Names every faulty field. */
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
    public String code() {
        return "validation_error";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
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
