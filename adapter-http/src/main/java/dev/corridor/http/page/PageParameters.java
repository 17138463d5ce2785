package dev.corridor.http.page;

import dev.corridor.application.PageRequest;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The query parameters of every list. A controller takes them as a {@code @RequestBean}. */
@Introspected
public record PageParameters(
        @QueryValue @Nullable
        @Parameter(
                description = "How many items at most.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "25"))
        String limit,

        @QueryValue @Nullable
        @Parameter(description = "The nextCursor of the page before.")
        String cursor) {

    private static final int MAX_DIGITS = 3;

    public <K> PageRequest<K> toPageRequest(Cursor<K> cursors) {
        return new PageRequest<>(
                limit == null ? PageRequest.DEFAULT_LIMIT : parseLimit(), Optional.ofNullable(cursor).map(cursors::read));
    }

    private int parseLimit() {
        boolean isNumber = !limit.isEmpty() && limit.length() <= MAX_DIGITS && limit.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = isNumber ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > PageRequest.MAX_LIMIT) {
            throw new BusinessException(
                    new InvalidRequest("The parameter 'limit' must be a whole number from 1 to " + PageRequest.MAX_LIMIT + "."));
        }
        return number;
    }
}
