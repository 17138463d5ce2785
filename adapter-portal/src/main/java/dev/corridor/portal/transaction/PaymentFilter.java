package dev.corridor.portal.transaction;

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
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The filters of the list as they stand in its address: those of the API, by the same names. A blank one is none, because a form sends them all. A time
 * may be a day, and the metadata is one member, {@code invoice=7}.
 */
@Introspected
record PaymentFilter(
        @QueryValue @Nullable String accountId,
        @QueryValue @Nullable String beneficiaryId,
        @QueryValue @Nullable String reference,
        @QueryValue @Nullable String type,
        @QueryValue @Nullable String status,
        @QueryValue @Nullable String asset,
        @QueryValue @Nullable String amount,
        @QueryValue @Nullable String amountGte,
        @QueryValue @Nullable String amountLte,
        @QueryValue @Nullable String metadata,
        @QueryValue @Nullable String createdAtGte,
        @QueryValue @Nullable String createdAtLte) {

    /** The days that have begun when a moment is asked for by its day. */
    private enum Edge {
        BEGINNING,
        END
    }

    TransactionFilter toFilter(Caller caller, AssetCatalogue assets) {
        return new TransactionFilter(
                find("account", accountId, AccountId::parse),
                find("beneficiary", beneficiaryId, BeneficiaryId::parse),
                find("reference", reference, text -> new Reference(caller.organization(), Kind.TRANSACTION, text)),
                find("type", type, listOf(TransactionType::valueOf)).orElse(Set.of()),
                find("status", status, listOf(TransactionStatus::valueOf)).orElse(Set.of()),
                find("metadata", metadata, PaymentFilter::member).orElse(Map.of()),
                amounts(assets),
                find("first day", createdAtGte, text -> moment(text, Edge.BEGINNING)),
                find("last day", createdAtLte, text -> moment(text, Edge.END)));
    }

    private Optional<Amounts> amounts(AssetCatalogue assets) {
        var wanted = find("asset", asset, text -> assets.find(text).orElseThrow(IllegalArgumentException::new));
        if (wanted.isEmpty()) {
            if (given(amount).or(() -> given(amountGte)).or(() -> given(amountLte)).isPresent()) {
                throw new BusinessException(new InvalidRequest("Choose the asset too: amounts are compared within an asset."));
            }
            return Optional.empty();
        }
        var amounts = Amounts.of(wanted.get());
        amounts = findAmount("amount", amount, wanted.get()).map(amounts::exactly).orElse(amounts);
        amounts = findAmount("least amount", amountGte, wanted.get()).map(amounts::atLeast).orElse(amounts);
        return Optional.of(findAmount("greatest amount", amountLte, wanted.get()).map(amounts::atMost).orElse(amounts));
    }

    private static Optional<Money> findAmount(String name, @Nullable String text, Asset asset) {
        return find(name, text, given -> Money.of(given.replace(",", ""), asset));
    }

    private static <T> Optional<T> find(String name, @Nullable String text, Function<String, T> parser) {
        return given(text).map(given -> {
            try {
                return parser.apply(given);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new BusinessException(new InvalidRequest("The filter \u201c" + name + "\u201d cannot be read: " + given));
            }
        });
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static <T> Function<String, Set<T>> listOf(Function<String, T> parser) {
        return text -> Arrays.stream(text.split(",", -1)).map(parser).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> member(String text) {
        int end = text.indexOf('=');
        if (end < 1) {
            throw new IllegalArgumentException("a member has a name and a value");
        }
        return Map.of(text.substring(0, end).strip(), text.substring(end + 1).strip());
    }

    private static Instant moment(String text, Edge edge) {
        if (text.indexOf('T') >= 0) {
            return Instant.parse(text);
        }
        var day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC);
        return switch (edge) {
            case BEGINNING -> day.toInstant();
            case END -> day.plusDays(1).toInstant().minusMillis(1);
        };
    }

    /** By name, as they were given. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "accountId", accountId);
        put(given, "beneficiaryId", beneficiaryId);
        put(given, "reference", reference);
        put(given, "type", type);
        put(given, "status", status);
        put(given, "asset", asset);
        put(given, "amount", amount);
        put(given, "amountGte", amountGte);
        put(given, "amountLte", amountLte);
        put(given, "metadata", metadata);
        put(given, "createdAtGte", createdAtGte);
        put(given, "createdAtLte", createdAtLte);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String text) {
        given(text).ifPresent(value -> given.put(name, value));
    }

    /** For a link that keeps the filters: {@code ?status=LOCKED&}, or {@code ?}. */
    String query() {
        return given().entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining("", "?", ""));
    }

    @Override
    public String toString() {
        return "PaymentFilter" + given().keySet();
    }
}
