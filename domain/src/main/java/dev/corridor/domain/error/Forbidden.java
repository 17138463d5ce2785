package dev.corridor.domain.error;

/** The caller, the account or the organization may not do this now. The reason says which, in a sentence. */
public record Forbidden(String reason) implements BusinessError {

    @Override
    public String code() {
        return "forbidden";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.FORBIDDEN;
    }

    @Override
    public String message() {
        return reason;
    }
}
