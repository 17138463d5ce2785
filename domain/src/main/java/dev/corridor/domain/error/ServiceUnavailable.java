package dev.corridor.domain.error;

/** There is more to do at this moment than can be done in time. Nothing of the command was done; it may be sent again, a little later. */
public record ServiceUnavailable() implements BusinessError {

    @Override
    public String code() {
        return "service_unavailable";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "The service is overloaded and has done nothing of this request. Retry it after a moment.";
    }
}
