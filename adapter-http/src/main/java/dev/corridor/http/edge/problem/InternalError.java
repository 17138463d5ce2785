package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;

/** An internal error, which no business rule raises. {@link Problem#internalError} decides its effect on a request. */
@Failure(
        kind = ErrorKind.INTERNAL,
        outcome = Outcome.UNKNOWN,
        retry = Retry.NEVER,
        title = "A fault of ours",
        meaning = "A fault of ours. What became of a request that changes something is `unknown`.",
        advice = "If it was named with an idempotency key, or changes nothing, send it again; else look up what became of it."
                + " Quote the request id if it fails again.")
record InternalError() {}
