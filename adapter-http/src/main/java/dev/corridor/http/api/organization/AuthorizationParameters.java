package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.AuthorizationType;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterFilter.Role;
import dev.corridor.domain.organization.LetterStatus;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Filters the list of authorizations. */
@Introspected
record AuthorizationParameters(
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those that your organization grants, or only those by which it is authorized.") @Spells(
                        value = Role.class, inLowerCase = true) String role,
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only in this state.") @Spells(LetterStatus.class) String status,
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only of this type: there is one.") @Spells(AuthorizationType.class) String type) {

    LetterFilter toFilter() {
        find("type", type, AuthorizationType::valueOf);
        return new LetterFilter(find("role", role, AuthorizationParameters::parseRole), find("status", status, LetterStatus::valueOf));
    }

    private static Role parseRole(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such role"));
    }

    private static <T> Optional<T> find(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(given -> Parameter.parse(name, given, parser));
    }
}
