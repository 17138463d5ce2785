package dev.corridor.domain.error;

/** More is asked for at once than is given at once. */
public record LimitExceeded(String field, int maximum) implements BusinessError {

    @Override
    public String code() {
        return "limit_exceeded";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }

    @Override
    public String message() {
        return "The parameter '" + field + "' must not exceed " + maximum + ".";
    }
}
