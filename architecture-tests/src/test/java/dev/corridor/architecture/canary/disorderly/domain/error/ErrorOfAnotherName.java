package dev.corridor.architecture.canary.disorderly.domain.error;

public record ErrorOfAnotherName() implements BusinessError {

    @Override
    public String code() {
        return "quote_is_gone";
    }
}
