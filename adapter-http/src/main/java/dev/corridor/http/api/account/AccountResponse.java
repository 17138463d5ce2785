package dev.corridor.http.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * An account in responses.
 *
 * @param reference your own name for it
 * @param fundingMethods the ways to pay it from outside, of those that are ACTIVE; a new account has none for a second or so
 * @param balances absent in lists
 */
@Serdeable
public record AccountResponse(
        @Literal("account") String object,
        @Spells(AccountId.class) String accountId,
        @Nullable String reference,
        @Nullable String name,
        @Nullable String description,
        boolean isPrimary,
        @Spells(AccountStatus.class) String status,
        @Spells(FundingMethodId.class) List<String> fundingMethods,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<BalanceResponse> balances,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt) {

    static AccountResponse of(GetAccount.Result result, List<FundingMethod> methods) {
        return of(result.account(), methods, result.balances().stream().map(BalanceResponse::of).toList());
    }

    static AccountResponse opened(Account account) {
        return of(account, List.of(), List.of());
    }

    /** @param methods may be of other accounts too */
    public static AccountResponse listed(Account account, List<FundingMethod> methods) {
        return of(account, methods, null);
    }

    private static AccountResponse of(Account account, List<FundingMethod> methods, @Nullable List<BalanceResponse> balances) {
        return new AccountResponse(
                "account",
                account.id().toString(),
                account.reference().map(Reference::text).orElse(null),
                OptionalText.orNull(account.name()),
                OptionalText.orNull(account.description()),
                account.primary(),
                account.status().name(),
                methods.stream()
                        .filter(method -> method.account().equals(account.id()))
                        .map(method -> method.id().toString())
                        .toList(),
                balances,
                Timestamp.format(account.createdAt()),
                Timestamp.format(account.updatedAt()));
    }

    /** @param amount the available balance, in major units */
    @Serdeable
    public record BalanceResponse(@Literal("balance") String object, @Spells(Asset.class) String asset, @Spells(Money.class) String amount) {

        static BalanceResponse of(Balance balance) {
            return new BalanceResponse("balance", balance.asset().code(), balance.available().decimal());
        }
    }
}
