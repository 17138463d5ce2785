package dev.corridor.portal.transaction;

import dev.corridor.application.Page;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.portal.page.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the list.
 *
 * @param filters as they were given, by name
 * @param query of a link that keeps them
 * @param isFirst whether no page comes before
 * @param refusal of filters that cannot be read; then there are no payments
 */
record Payments(
        Map<String, String> filters, String query, Page<Transaction> page, boolean isFirst, List<Asset> assets, Optional<Refusal> refusal) {

    /** Those that nothing makes yet are not offered. */
    static final List<TransactionType> TYPES = List.of(
            TransactionType.TRADE,
            TransactionType.CRYPTO_PAYOUT,
            TransactionType.FIAT_PAYOUT,
            TransactionType.CRYPTO_PAYIN,
            TransactionType.FIAT_PAYIN,
            TransactionType.TRANSFER,
            TransactionType.NXOSNET_TRANSFER,
            TransactionType.ADJUSTMENT);

    static final List<TransactionStatus> STATUSES = List.of(TransactionStatus.values());

    String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    boolean isChosen(String name, String value) {
        return filter(name).equals(value);
    }

    /** Whether one of the filters is set that are folded away otherwise. */
    boolean hasFurther() {
        return filters.keySet().stream().anyMatch(name -> !List.of("status", "type", "reference").contains(name));
    }

    String older() {
        return "/portal/payments" + query + "after=" + page.items().getLast().id();
    }

    /** For a day the browser offers a calendar; a moment is text. */
    String typeOfTime(String name) {
        return filter(name).indexOf('T') < 0 ? "date" : "text";
    }
}
