package dev.corridor.http.api.operator;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;

/** @param evidence by what it is known */
@Introspected
record EvidenceRequest(@Required @Text(max = 500) String evidence) implements JsonRequest {}
