package dev.corridor.client.model;

import java.util.Optional;

/** How to provoke the error in the sandbox; the trigger is null where the request alone suffices. */
public record ErrorInSandbox(String way, Optional<ErrorCode> trigger) {}
