package dev.corridor.architecture.canary.disorderly.domain.error;

public final class ErrorThatIsNoRecord implements BusinessError {

    @Override
    public String code() {
        return "error_that_is_no_record";
    }
}
