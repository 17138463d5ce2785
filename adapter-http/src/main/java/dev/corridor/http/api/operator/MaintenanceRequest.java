package dev.corridor.http.api.operator;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Relations;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Duration;

/** @param retryAfterSeconds when clients should retry, 1 to 99999; a minute if absent */
@Introspected
record MaintenanceRequest(@Nullable Long retryAfterSeconds) implements JsonRequest {

    private static final long MOST = 99_999;
    private static final Duration USUAL = Duration.ofMinutes(1);

    @Override
    public void relate(Relations fields) {
        boolean isWait = retryAfterSeconds == null || retryAfterSeconds >= 1 && retryAfterSeconds <= MOST;
        fields.require("retryAfterSeconds", isWait, "must be whole seconds, 1 to " + MOST);
    }

    Duration retryAfter() {
        return retryAfterSeconds == null ? USUAL : Duration.ofSeconds(retryAfterSeconds);
    }
}
