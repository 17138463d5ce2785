package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and filters of lists. */
@MicronautTest
class ListsTest {

    private final World world;
    private final Customer acme;

    ListsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void a_page_has_twenty_five_items_unless_asked_otherwise() {
        var deposits = deposits(26);

        assertPage(acme.api().get("/v1/transactions"), deposits.subList(0, 25), true);
        assertPage(acme.api().get("/v1/transactions?limit=1"), deposits.subList(0, 1), true);
        assertPage(acme.api().get("/v1/transactions?limit=26"), deposits, false);
        assertPage(acme.api().get("/v1/transactions?limit=100"), deposits, false);
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        var deposits = deposits(5);

        var first = acme.api().get("/v1/transactions?limit=2");
        assertPage(first, deposits.subList(0, 2), true);
        var second = acme.api().get("/v1/transactions?limit=2&cursor=" + first.text("/nextCursor"));
        assertPage(second, deposits.subList(2, 4), true);
        var third = acme.api().get("/v1/transactions?limit=2&cursor=" + second.text("/nextCursor"));
        assertPage(third, deposits.subList(4, 5), false);
    }

    @Test
    void rows_that_are_added_meanwhile_neither_repeat_nor_hide_others() {
        var deposits = deposits(4);
        var first = acme.api().get("/v1/transactions?limit=2");

        deposits(3);

        assertPage(acme.api().get("/v1/transactions?limit=2&cursor=" + first.text("/nextCursor")), deposits.subList(2, 4), false);
    }

    @Test
    void every_list_has_pages() {
        var second = acme.api().post("/v1/accounts", Body.of("name", "Second")).text("/accountId");
        var wallet = acme.registerWallet();
        var bankAccount = acme.registerBankAccount();
        var deposits = deposits(2);

        assertThat(walk("/v1/accounts", "accountId")).containsExactly(second, acme.account());
        assertThat(walk("/v1/transactions", "transactionId")).isEqualTo(deposits);
        assertThat(walk("/v1/accounts/" + acme.account() + "/entries", "transactionId")).isEqualTo(deposits);
        assertThat(walk("/v1/beneficiaries?accountId=" + acme.account(), "beneficiaryId")).containsExactly(bankAccount, wallet);
    }

    @Test
    void connections_have_pages_too() {
        try (var first = FeedClient.open(acme.api(), "/v1/realtime")) {
            var older = acme.api().get("/v1/connections").isOk().text("/data/0/connectionId");
            try (var second = FeedClient.open(acme.api(), "/v1/realtime")) {
                var newer = acme.api().get("/v1/connections").isOk().text("/data/0/connectionId");

                assertThat(newer).isNotEqualTo(older);
                assertThat(walk("/v1/connections", "connectionId")).containsExactly(newer, older);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=1.5", "limit=ten", "limit="})
    void a_bad_limit_is_an_invalid_request(String limit) {
        assertThat(acme.api().get("/v1/accounts?" + limit).isError(400, "invalid_request").message()).contains("'limit'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=101", "limit=99999999999"})
    void a_limit_that_is_too_high_is_told_so(String limit) {
        assertThat(acme.api().get("/v1/accounts?" + limit).isError(400, "limit_exceeded").message()).contains("'limit'", "100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "YWNjb3VudHM6", "YWNjb3VudHM6YWNjdF94", "!!!"})
    void a_bad_cursor_is_an_invalid_request(String cursor) {
        assertThat(acme.api().get("/v1/accounts?cursor=" + cursor).isError(400, "invalid_request").message()).contains("'cursor'");
    }

    @Test
    void a_control_character_in_a_cursor_is_an_invalid_request() {
        acme.api().get("/v1/accounts?cursor=%00").isError(400, "invalid_request");
    }

    @Test
    void a_cursor_of_another_list_is_an_invalid_request() {
        deposits(2);
        var cursor = acme.api().get("/v1/transactions?limit=1").text("/nextCursor");

        acme.api().get("/v1/accounts?cursor=" + cursor).isError(400, "invalid_request");
        acme.api().get("/v1/accounts/" + acme.account() + "/entries?cursor=" + cursor).isError(400, "invalid_request");
        acme.api().get("/v1/beneficiaries?accountId=" + acme.account() + "&cursor=" + cursor).isError(400, "invalid_request");
    }

    @Test
    void beneficiaries_are_narrowed_by_type_and_shown_until_archived() {
        var wallet = acme.registerWallet();
        var bankAccount = acme.registerBankAccount();
        var archived = acme.registerWallet();
        acme.archive(archived);

        assertThat(beneficiaries("")).containsExactly(bankAccount, wallet);
        assertThat(beneficiaries("&type=BANK")).containsExactly(bankAccount);
        assertThat(beneficiaries("&type=CRYPTO")).containsExactly(wallet);
    }

    /** The account's history, minute by minute: a dollar deposit, a trade, a pending payout of euros. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    ''                                                                  | FIAT_PAYOUT FIAT_PAYIN TRADE FIAT_PAYIN
                    type=TRADE                                                          | TRADE
                    type=TRADE,FIAT_PAYOUT                                              | FIAT_PAYOUT TRADE
                    status=LOCKED                                                       | FIAT_PAYOUT
                    status=COMPLETED&type=FIAT_PAYIN                                    | FIAT_PAYIN FIAT_PAYIN
                    status=LOCKED,COMPLETED&type=TRADE,FIAT_PAYOUT                      | FIAT_PAYOUT TRADE
                    status=REFUNDED                                                     | ''
                    createdAtGte={second}                                               | FIAT_PAYOUT FIAT_PAYIN TRADE
                    createdAtLte={second}                                               | TRADE FIAT_PAYIN
                    createdAtGte={second}&createdAtLte={second}                         | TRADE
                    createdAtGte={third}&type=FIAT_PAYIN                                | FIAT_PAYIN
                    accountId={account}&type=TRADE                                      | TRADE
                    accountId={otherAccount}                                            | ''
                    beneficiaryId={beneficiary}                                         | FIAT_PAYOUT
                    beneficiaryId={beneficiary}&status=DECLINED                         | ''
                    reference=Order+7                                                   | FIAT_PAYOUT
                    reference=order+7                                                   | ''
                    metadata[shop]=7                                                    | FIAT_PAYOUT
                    metadata%5Bshop%5D=7&metadata[clerk]=A+%22B%22                      | FIAT_PAYOUT
                    metadata[shop]=7&metadata[clerk]=B                                  | ''
                    metadata[7]=shop                                                    | ''
                    asset=EUR                                                           | FIAT_PAYOUT FIAT_PAYIN
                    asset=EUR&amount=1.00                                               | FIAT_PAYOUT FIAT_PAYIN
                    asset=EUR&amount=1                                                  | FIAT_PAYOUT FIAT_PAYIN
                    asset=USDC&amount=10                                                | ''
                    asset=USD&amountGte=10.00                                           | TRADE FIAT_PAYIN
                    asset=USD&amountGte=10.01                                           | ''
                    asset=USD&amountLte=10.00&type=TRADE                                | TRADE
                    asset=USD&amountLte=9.99                                            | ''
                    asset=USD&amountGte=0&amountLte=999999999999.99                     | TRADE FIAT_PAYIN
                    asset=EUR&amount=1.00&amountGte=1.01                                | ''
                    accountId={account}&beneficiaryId={beneficiary}&reference=Order+7&metadata[shop]=7&asset=EUR&amount=1.00&type=FIAT_PAYOUT&status=LOCKED&createdAtGte={third} | FIAT_PAYOUT
                    """)
    void transactions_are_narrowed(String filter, String types) {
        var otherAccount = acme.api().post("/v1/accounts", Body.of("name", "Second")).text("/accountId");
        acme.deposit("10.00", "USD");
        world.clock.advance(Duration.ofMinutes(1));
        var second = world.clock.instant().toString();
        acme.execute(acme.quote("10.00")).isOk();
        world.clock.advance(Duration.ofMinutes(1));
        var third = world.clock.instant().toString();
        acme.deposit("1.00", "EUR");
        var beneficiary = acme.registerBankAccount();
        acme.payOut(acme.aFiatPayout(beneficiary, "1.00").with("{\"reference\":\"Order 7\",\"metadata\":{\"shop\":\"7\",\"clerk\":\"A \\\"B\\\"\"}}"))
                .isOk();

        var query = filter.replace("{second}", second)
                .replace("{third}", third)
                .replace("{account}", acme.account())
                .replace("{otherAccount}", otherAccount)
                .replace("{beneficiary}", beneficiary)
                .replace("[", "%5B")
                .replace("]", "%5D");

        assertThat(String.join(" ", acme.api().get("/v1/transactions?" + query).isOk().texts("type"))).isEqualTo(types);
    }

    @Test
    void a_filter_holds_on_every_page() {
        acme.deposit("1.00", "USD");
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            wanted.addFirst(acme.deposit("1.000000", "USDC"));
            acme.deposit("1.00", "USD");
        }

        assertThat(walk("/v1/transactions?type=CRYPTO_PAYIN", "transactionId")).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "type=GIFT, type", "type=TRADE%2C, type", "type=trade, type", "status=DONE, status", "accountId=acct_1, accountId",
        "createdAtGte=yesterday, createdAtGte", "createdAtLte=2025-03-15, createdAtLte", "beneficiaryId=bene_1, beneficiaryId",
        "reference=, reference", "amount=1.00, asset", "amountGte=1.00, asset", "amountLte=1.00, asset", "asset=USD&amount=1.001, amount",
        "asset=USD&amount=1e2, amount", "asset=USD&amountGte=-1, amountGte", "asset=USD&amountLte=ten, amountLte",
        "metadata%5Ba%5D=1&metadata%5Ba%5D=2, metadata[a]", "metadata=a, metadata", "metadat%5Ba%5D=1, metadata[]"
    })
    void a_bad_filter_is_an_invalid_request_that_names_it(String filter, String parameter) {
        assertThat(acme.api().get("/v1/transactions?" + filter).isError(400, "invalid_request").message())
                .contains("'" + parameter + "'");
    }

    /** Newest first. */
    private List<String> deposits(int count) {
        var deposits = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            deposits.addFirst(acme.deposit("1.00", "USD"));
        }
        return deposits;
    }

    private List<String> beneficiaries(String filter) {
        return acme.api().get("/v1/beneficiaries?accountId=" + acme.account() + filter).isOk().texts("beneficiaryId");
    }

    /** A member of every item, in pages of one item. */
    private List<String> walk(String list, String member) {
        var query = list + (list.contains("?") ? "&" : "?") + "limit=1";
        var found = new ArrayList<String>();
        var page = acme.api().get(query).isOk();
        found.addAll(page.texts(member));
        while (page.json().get("hasMore").booleanValue()) {
            page = acme.api().get(query + "&cursor=" + page.text("/nextCursor")).isOk();
            found.addAll(page.texts(member));
        }
        return found;
    }

    private static void assertPage(Answer page, List<String> transactions, boolean hasMore) {
        assertThat(page.isOk().text("/object")).isEqualTo("list");
        assertThat(page.texts("transactionId")).isEqualTo(transactions);
        assertThat(page.json().get("hasMore").booleanValue()).isEqualTo(hasMore);
        assertThat(page.json().get("nextCursor").isNull()).isEqualTo(!hasMore);
    }
}
