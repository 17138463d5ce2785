package dev.corridor.http.api.operator;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;

/** @param email of the user */
@Introspected
record OperatedUserRequest(@Required @Is(Email.class) String email) implements JsonRequest {}
