package dev.corridor.http.api.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Filters the list of transactions. */
@Introspected
record TransactionParameters(
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only this account's.") String accountId,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only these types, separated by commas.") String type,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only in these states, separated by commas.") String status,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those created at that moment or later; ISO 8601, UTC.") String createdAtGte,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those created at that moment or earlier; ISO 8601, UTC.") String createdAtLte) {

    TransactionFilter toFilter() {
        return new TransactionFilter(
                find("accountId", accountId, AccountId::parse),
                find("type", type, listOf(TransactionType::valueOf)).orElse(Set.of()),
                find("status", status, listOf(TransactionStatus::valueOf)).orElse(Set.of()),
                find("createdAtGte", createdAtGte, Timestamp::parse),
                find("createdAtLte", createdAtLte, Timestamp::parse));
    }

    private static <T> Optional<T> find(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(given -> Parameter.parse(name, given, parser));
    }

    private static <T> Function<String, Set<T>> listOf(Function<String, T> parser) {
        return text -> Arrays.stream(text.split(",", -1)).map(parser).collect(Collectors.toUnmodifiableSet());
    }
}
