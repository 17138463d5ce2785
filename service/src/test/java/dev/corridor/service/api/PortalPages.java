package dev.corridor.service.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of the portal. */
final class PortalPages {

    /** Of operators, below {@code /portal/operator}; one organization has a page of its own. */
    static final List<String> OF_OPERATORS = List.of("", "/organizations", "/fees", "/suspended", "/suspense", "/records");

    private PortalPages() {}

    /** For a person who has paid over a chain: their paths by their names. */
    static Map<String, String> of(Person person) {
        var payouts = person.customer().api().get("/v1/transactions?type=CRYPTO_PAYOUT").isOk();
        var customer = person.customer();
        var quote = customer.quote("10.00");
        var recipient = customer.registerWallet();
        var pages = new TreeMap<>(Map.of(
                "home", "/portal",
                "payments", "/portal/payments",
                "payments-filtered", "/portal/payments?asset=EUR&amountGte=1",
                "payments-refused", "/portal/payments?status=GONE",
                "payments-none", "/portal/payments?reference=none",
                "payment", "/portal/payments/" + payouts.texts("transactionId").getFirst(),
                "look-up", "/portal/look-up?q=nothing"));
        pages.putAll(Map.of(
                "accounts", "/portal/accounts",
                "account", "/portal/accounts/" + customer.account() + "?asset=USD",
                "convert", "/portal/quotes",
                "quote", "/portal/quotes/" + quote,
                "beneficiaries", "/portal/beneficiaries",
                "pay", "/portal/pay/" + recipient + "?accountId=" + customer.account(),
                "keys", "/portal/keys",
                "audit", "/portal/audit",
                "organization", "/portal/organization",
                "sessions", "/portal/sessions"));
        pages.put("transfer", "/portal/transfers?fromAccountId=" + customer.account());
        var endpoint = "/portal/webhooks/"
                + customer.api().post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/hooks")).isOk().text("/id");
        pages.putAll(Map.of(
                "fees", "/portal/fees?asset=EUR&amount=100",
                "fees-refused", "/portal/fees?asset=EUR&amount=much",
                "webhooks", "/portal/webhooks",
                "webhook", endpoint,
                "webhook-secret", endpoint + "/secret"));
        return pages;
    }
}
