package dev.corridor.architecture.canary.disorderly.domain.error;

public record AmbiguousError() implements BusinessError {

    @Override
    public String code() {
        return "ambiguous_error";
    }
}
