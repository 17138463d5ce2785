package dev.corridor.http.api.transaction;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionFilter.Amounts;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Filters the list of transactions. */
@Introspected
record TransactionParameters(
        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only this account's.") @Spells(AccountId.class) String accountId,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only payouts to this beneficiary.") @Spells(BeneficiaryId.class) String beneficiaryId,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those with this reference of yours: one, and the declined payouts that had it before.") String reference,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only these types, separated by commas.") @Spells(
                value = TransactionType.class, separatedByCommas = true) String type,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(description = "Only in these states, separated by commas.") @Spells(
                value = TransactionStatus.class, separatedByCommas = true) String status,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only amounts of this asset; for a trade, of the asset given.") @Spells(Asset.class) String asset,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only this amount, in major units of the asset, which must be given too.") @Spells(Money.class) String amount,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only this amount or more, in major units of the asset, which must be given too.") @Spells(Money.class) String amountGte,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only this amount or less, in major units of the asset, which must be given too.") @Spells(Money.class) String amountLte,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those created at that moment or later; ISO 8601, UTC.") @Spells(Instant.class) String createdAtGte,

        @QueryValue @Nullable @io.swagger.v3.oas.annotations.Parameter(
                description = "Only those created at that moment or earlier; ISO 8601, UTC.") @Spells(Instant.class) String createdAtLte) {

    /** The map of members that the metadata must have. */
    static final String METADATA = "metadata[]";

    TransactionFilter toFilter(Caller caller, Map<String, String> metadata, AssetCatalogue assets) {
        return new TransactionFilter(
                find("accountId", accountId, AccountId::parse),
                find("beneficiaryId", beneficiaryId, BeneficiaryId::parse),
                find("reference", reference, text -> new Reference(caller.organization(), Kind.TRANSACTION, text)),
                findAll("type", type, TransactionType::valueOf),
                findAll("status", status, TransactionStatus::valueOf),
                metadata,
                amounts(assets),
                find("createdAtGte", createdAtGte, Timestamp::parse),
                find("createdAtLte", createdAtLte, Timestamp::parse));
    }

    private Optional<Amounts> amounts(AssetCatalogue assets) {
        if (asset == null) {
            if (amount != null || amountGte != null || amountLte != null) {
                throw new BusinessException(new InvalidRequest("The parameter 'asset' must be given too: amounts are compared within an asset."));
            }
            return Optional.empty();
        }
        var wanted = Parameter.parseAsset(asset, assets);
        var amounts = Amounts.of(wanted);
        amounts = findAmount("amount", amount, wanted).map(amounts::exactly).orElse(amounts);
        amounts = findAmount("amountGte", amountGte, wanted).map(amounts::atLeast).orElse(amounts);
        return Optional.of(findAmount("amountLte", amountLte, wanted).map(amounts::atMost).orElse(amounts));
    }

    private static Optional<Money> findAmount(String name, @Nullable String text, Asset asset) {
        return find(name, text, given -> {
            if (!DecimalAmount.isPlainDecimal(given)) {
                throw new IllegalArgumentException("not a plain decimal");
            }
            return Money.of(given, asset);
        });
    }

    private static <T> Optional<T> find(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(given -> Parameter.parse(name, given, parser));
    }

    private static <T> Set<T> findAll(String name, @Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(given -> Parameter.parseAll(name, given, parser)).orElse(Set.of());
    }
}
