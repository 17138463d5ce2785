package dev.corridor.http.apikey;

import dev.corridor.http.body.JsonRequest;
import dev.corridor.http.validation.Overlap;
import dev.corridor.http.validation.Required;
import io.micronaut.core.annotation.Introspected;

/** @param overlap how long the old secret works beside the new one, ISO 8601: PT0S (not at all) to P30D */
@Introspected
record RotationRequest(@Required @Overlap String overlap) implements JsonRequest {}
