package dev.corridor.architecture.canary.orderly.domain.error;

public interface BusinessError {

    String code();
}
