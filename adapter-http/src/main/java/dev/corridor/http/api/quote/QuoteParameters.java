package dev.corridor.http.api.quote;

import dev.corridor.application.PageRequest;
import dev.corridor.application.quote.ListQuotes;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;
import java.util.Set;

/** Filters the list of quotes. */
@Introspected
record QuoteParameters(
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only this account's.") @Spells(AccountId.class) String accountId,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only in these states, separated by commas.") @Spells(
                value = Quote.Status.class, separatedByCommas = true) String status) {

    ListQuotes.Command toCommand(Caller caller, PageRequest<QuoteId> page) {
        return new ListQuotes.Command(
                caller,
                Optional.ofNullable(accountId).map(text -> Parameter.parse("accountId", text, AccountId::parse)),
                Optional.ofNullable(status).map(text -> Parameter.parseAll("status", text, Quote.Status::valueOf)).orElse(Set.of()),
                page);
    }
}
