package dev.corridor.http.api.operator;

import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;

/** @param accountId that the money belongs to */
@Introspected
record AssignmentRequest(@Required @Is(AnAccountId.class) String accountId, @Required @Text(max = 500) String evidence) implements JsonRequest {}
