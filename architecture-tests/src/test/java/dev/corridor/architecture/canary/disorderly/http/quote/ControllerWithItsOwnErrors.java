package dev.corridor.architecture.canary.disorderly.http.quote;

final class ControllerWithItsOwnErrors {

    @io.micronaut.http.annotation.Error
    String failed() {
        return "sorry";
    }
}
