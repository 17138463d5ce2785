package dev.corridor.domain.error;

/** Something without a code of its own does not exist. The subject begins a sentence: "Transaction". */
public record NotFound(String subject) implements BusinessError {

    @Override
    public String code() {
        return "not_found";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.NOT_FOUND;
    }

    @Override
    public String message() {
        return subject + " not found.";
    }
}
