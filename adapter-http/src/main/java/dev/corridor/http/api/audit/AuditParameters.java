package dev.corridor.http.api.audit;

import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Filters the audit records. */
@Introspected
record AuditParameters(
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only of this action, such as api_key.locked.") String action,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "From this moment on, ISO 8601, UTC.") @Spells(Instant.class) String from,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Before this moment, ISO 8601, UTC.") @Spells(Instant.class) String to) {

    AuditFilter toFilter() {
        return new AuditFilter(
                read("action", action, AuditAction::new), read("from", from, Timestamp::parse), read("to", to, Timestamp::parse));
    }

    private static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(given -> Parameter.parse(name, given, parser));
    }
}
