package dev.corridor.domain.error;

/** A parameter of a path or a query, which is required, is not there. */
public record MissingParameter(String field) implements BusinessError {

    @Override
    public String code() {
        return "missing_parameter";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }

    @Override
    public String message() {
        return "The parameter '" + field + "' is required.";
    }
}
