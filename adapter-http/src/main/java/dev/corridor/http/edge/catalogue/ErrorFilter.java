package dev.corridor.http.edge.catalogue;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;

/** Filters the catalogue; a code must match all given parameters. */
@Introspected
record ErrorFilter(
        @QueryValue @Nullable @Parameter(description = "Such as conflict or not_found.") @Spells(ErrorKind.class) String category,
        @QueryValue @Nullable @Parameter(
                description = "The HTTP status where no error contract says otherwise.") @Spells(Integer.class) String status,
        @QueryValue @Nullable @Parameter(description = "not_applied, applied or unknown.") @Spells(Outcome.class) String outcome,
        @QueryValue @Nullable @Parameter(description = "never, same_request, after or new_request.") @Spells(Retry.class) String retry,
        @QueryValue @Nullable @Parameter(description = "The version of Corridor that answered it for the first time.") String since) {

    boolean admits(ErrorResponse error) {
        return matches(category, error.category())
                && matches(status, String.valueOf(error.status()))
                && matches(outcome, error.outcome())
                && matches(retry, error.retry())
                && matches(since, error.since());
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
