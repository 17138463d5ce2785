package dev.corridor.architecture.canary.disorderly.http.quote;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;

public final class Injected {

    @Inject
    String dependency;

    @Value("${setting}")
    String setting;
}
