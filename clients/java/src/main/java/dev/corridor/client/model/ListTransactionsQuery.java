package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Filters of {@code listTransactions}. */
public final class ListTransactionsQuery extends Members<ListTransactionsQuery> {

    private ListTransactionsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListTransactionsQuery of() {
        return new ListTransactionsQuery(Map.of());
    }

    @Override
    ListTransactionsQuery copy(Map<String, Object> values) {
        return new ListTransactionsQuery(values);
    }

    /** Only those whose metadata has this member: metadata[invoice]=7. Several must all be there. */
    public ListTransactionsQuery metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }

    /** Only this account's. */
    public ListTransactionsQuery accountId(String accountId) {
        return with("accountId", accountId);
    }

    /** Only payouts to this beneficiary. */
    public ListTransactionsQuery beneficiaryId(String beneficiaryId) {
        return with("beneficiaryId", beneficiaryId);
    }

    /** Only those with this reference of yours: one, and the declined payouts that had it before. */
    public ListTransactionsQuery reference(String reference) {
        return with("reference", reference);
    }

    /** Only these types, separated by commas. */
    public ListTransactionsQuery type(List<TransactionType> type) {
        return with("type", type);
    }

    /** Only in these states, separated by commas. */
    public ListTransactionsQuery status(List<TransactionStatus> status) {
        return with("status", status);
    }

    /** Only amounts of this asset; for a trade, of the asset given. */
    public ListTransactionsQuery asset(Asset asset) {
        return with("asset", asset);
    }

    /** Only this amount, in major units of the asset, which must be given too. */
    public ListTransactionsQuery amount(BigDecimal amount) {
        return with("amount", amount);
    }

    /** Only this amount or more, in major units of the asset, which must be given too. */
    public ListTransactionsQuery amountGte(BigDecimal amountGte) {
        return with("amountGte", amountGte);
    }

    /** Only this amount or less, in major units of the asset, which must be given too. */
    public ListTransactionsQuery amountLte(BigDecimal amountLte) {
        return with("amountLte", amountLte);
    }

    /** Only those created at that moment or later; ISO 8601, UTC. */
    public ListTransactionsQuery createdAtGte(Instant createdAtGte) {
        return with("createdAtGte", createdAtGte);
    }

    /** Only those created at that moment or earlier; ISO 8601, UTC. */
    public ListTransactionsQuery createdAtLte(Instant createdAtLte) {
        return with("createdAtLte", createdAtLte);
    }
}
