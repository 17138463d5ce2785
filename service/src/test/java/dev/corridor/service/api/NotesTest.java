package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a client writes on its accounts, beneficiaries and transactions comes back wherever the thing is shown. */
@MicronautTest
@Property(name = ServiceUnderTest.FEED_CHANNELS, value = "transactions")
class NotesTest {

    private static final String NOTES = """
            {"reference":"INV-2025/7 é","description":"Rent, March","tags":["rent","monthly"],"metadata":{"invoice":"7","a \\"b\\"":"naïve 汉"}}""";

    private final World world;
    private final Customer acme;

    NotesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        acme.deposit("100.000000", "USDC");
        acme.deposit("100.00", "EUR");
        acme.deposit("100.00", "USD");
    }

    @Test
    void those_of_an_account() {
        var notes = notes("reference", "description");

        var opened = acme.api().post("/v1/accounts", Body.of("name", "Treasury").with(notes.toString())).isOk();

        var id = opened.text("/accountId");
        assertShown(notes, opened.json(), read("/v1/accounts/" + id), itemOf("/v1/accounts", "accountId", id));
    }

    @TestFactory
    Stream<DynamicTest> those_of_a_beneficiary() {
        return Stream.of("crypto", "bank").map(kind -> DynamicTest.dynamicTest(kind, () -> {
            var notes = notes("reference", "tags", "metadata").put("reference", "Supplier " + kind);
            var body = kind.equals("crypto") ? acme.aWallet() : acme.aBankAccount();

            var registered = acme.api().post("/v1/beneficiaries/" + kind, body.with(notes.toString())).isOk();

            var id = registered.text("/beneficiaryId");
            assertShown(
                    notes,
                    registered.json(),
                    read("/v1/beneficiaries/" + id + "?accountId=" + acme.account()),
                    itemOf("/v1/beneficiaries?accountId=" + acme.account(), "beneficiaryId", id));
        }));
    }

    @TestFactory
    Stream<DynamicTest> those_of_a_transaction() {
        return Stream.of("crypto-payouts", "fiat-payouts", "conversions").map(kind -> DynamicTest.dynamicTest(kind, () -> {
            var notes = notes("reference", "description", "tags", "metadata").put("reference", "Order " + kind);
            try (var client = FeedClient.open(acme.api(), "/v1/realtime")) {
                client.subscribe("transactions");

                var made = acme.api().with("Idempotency-Key", kind).post("/v1/transactions/" + kind, aTransaction(kind).with(notes.toString()))
                        .isOk();

                var id = made.text("/transactionId");
                var asset = made.json().path("asset").asText(made.json().path("fromAsset").asText());
                var repeated = acme.api().with("Idempotency-Key", kind)
                        .post("/v1/transactions/" + kind, aTransaction(kind).with(notes.toString()));
                assertShown(
                        notes,
                        made.json(),
                        eventOf(id, client),
                        repeated.isJson(made.body().replace("%", "%%")).json(),
                        read("/v1/transactions/" + id),
                        itemOf("/v1/transactions", "transactionId", id));
                world.clock.advance(Duration.ofMinutes(1));
                var line = item(read("/v1/accounts/" + acme.account() + "/statement?asset=" + asset).path("lines"), "transactionId", id);
                assertShown(notes.retain("reference", "description"), line);
                assertThat(acme.api().with("Accept", "text/csv").get("/v1/accounts/" + acme.account() + "/statement?asset=" + asset).body())
                        .contains(id, ",Order " + kind + ",\"Rent, March\",");
            }
        }));
    }

    @Test
    void without_notes_they_are_absent_or_empty() {
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00")).isOk().json();
        var trade = acme.execute(acme.quote("1.00")).isOk().json();

        for (var shown : List.of(payout, read("/v1/transactions/" + trade.path("transactionId").asText()))) {
            assertThat(shown.path("reference").isNull()).isTrue();
            assertThat(shown.path("tags")).isEmpty();
            assertThat(shown.path("metadata").isObject()).isTrue();
        }
        assertThat(trade.has("reference") || trade.has("tags")).isFalse();
    }

    @Test
    void a_reference_is_given_once() {
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "1.00").with("reference", "Invoice 9");
        var first = acme.payOut(payout).isOk().text("/transactionId");

        var second = acme.payOut(payout).isError(409, "reference_taken").means("not_applied", "new_request");
        var converted = acme.api().post("/v1/transactions/conversions", aTransaction("conversions").with("reference", "Invoice 9"));

        assertThat(second.message()).isEqualTo("The reference is taken by " + first + ".");
        assertThat(converted.isError(409, "reference_taken").message()).contains(first);
        acme.api().post("/v1/sandbox/transactions/" + first + "/decline").isOk();
        acme.payOut(payout).isOk();
        assertThat(acme.api().get("/v1/transactions?reference=Invoice+9").isOk().texts("status")).containsExactly("LOCKED", "DECLINED");
    }

    private Body aTransaction(String kind) {
        return switch (kind) {
            case "crypto-payouts" -> acme.aCryptoPayout(beneficiary("crypto"), "1.000000");
            case "fiat-payouts" -> acme.aFiatPayout(beneficiary("bank"), "1.00");
            default -> Body.of("accountId", acme.account(), "fromAsset", "USD", "toAsset", "USDC", "fromAmount", "1.00", "minToAmount", "0.9");
        };
    }

    /** The first one; registered when it is first wanted. */
    private String beneficiary(String kind) {
        var known = acme.api().get("/v1/beneficiaries?accountId=" + acme.account() + "&type=" + kind.toUpperCase(Locale.ROOT)).texts("beneficiaryId");
        return known.isEmpty() ? kind.equals("crypto") ? acme.registerWallet() : acme.registerBankAccount() : known.getFirst();
    }

    private static ObjectNode notes(String... members) {
        return Body.of().with(NOTES).members().retain(members);
    }

    private static void assertShown(JsonNode notes, JsonNode... things) {
        assertThat(Arrays.asList(things)).allSatisfy(thing -> notes.properties()
                .forEach(note -> assertThat(thing.get(note.getKey())).as(note.getKey() + " in " + thing).isEqualTo(note.getValue())));
    }

    /** Earlier payouts may complete meanwhile. */
    private static JsonNode eventOf(String transaction, FeedClient client) {
        var event = client.next();
        while (!event.at("/data/transactionId").asText().equals(transaction)) {
            event = client.next();
        }
        return event.path("data");
    }

    private JsonNode read(String path) {
        return acme.api().get(path).isOk().json();
    }

    private JsonNode itemOf(String list, String member, String id) {
        return item(read(list).path("data"), member, id);
    }

    private static JsonNode item(JsonNode items, String member, String id) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path(member).asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
