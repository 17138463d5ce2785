package dev.corridor.architecture.canary.disorderly.domain.error;

public interface BusinessError {

    String code();
}
