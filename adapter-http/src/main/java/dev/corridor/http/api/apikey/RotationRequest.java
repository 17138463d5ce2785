package dev.corridor.http.api.apikey;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;

/** @param overlap how long the old secret keeps working, ISO 8601: PT0S (not at all) to P30D */
@Introspected
record RotationRequest(@Required @Is(Overlap.class) String overlap) implements JsonRequest {}
