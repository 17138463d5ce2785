package dev.corridor.domain.error;

/** The request as a whole makes no sense: it cannot be read, or its parts contradict what is known. The reason is a sentence. */
public record InvalidRequest(String reason) implements BusinessError {

    @Override
    public String code() {
        return "invalid_request";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }

    @Override
    public String message() {
        return reason;
    }
}
