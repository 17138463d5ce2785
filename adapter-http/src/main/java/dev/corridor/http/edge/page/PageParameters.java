package dev.corridor.http.edge.page;

import static dev.corridor.http.edge.wire.Parameter.parseNumber;

import dev.corridor.application.PageRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The query parameters of every list, bound with {@code @RequestBean}. */
@Introspected
public record PageParameters(
        @QueryValue @Nullable @Parameter(
                description = "How many items at most.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "25")) String limit,

        @QueryValue @Nullable @Parameter(description = "The nextCursor of the page before.") String cursor) {

    public <K> PageRequest<K> toPageRequest(Cursor<K> cursors) {
        int items = limit == null ? PageRequest.DEFAULT_LIMIT : parseNumber("limit", limit, 1, PageRequest.MAX_LIMIT);
        return new PageRequest<>(items, Optional.ofNullable(cursor).map(cursors::read));
    }
}
