package dev.corridor.architecture.canary.disorderly.domain.error;

public record ErrorWithAChangingCode(String subject) implements BusinessError {

    @Override
    public String code() {
        return subject.concat("_not_found");
    }
}
