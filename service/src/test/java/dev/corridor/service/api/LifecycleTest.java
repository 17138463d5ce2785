package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The main use from beginning to end, with exact JSON as in the contract. */
@MicronautTest
class LifecycleTest {

    private final World world;
    private final Customer acme;

    private String wallet;
    private String bankAccount;
    private String quote;
    private String trade;
    private String cryptoPayout;
    private String fiatPayout;

    LifecycleTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void money_arrives_is_exchanged_and_paid_out() {
        // 14:30
        the_account_is_empty();
        money_arrives();
        a_wallet_is_registered();
        a_bank_account_is_registered();
        a_quote_promises_a_price();

        world.clock.advance(Duration.ofMinutes(1));
        the_quote_becomes_a_trade();

        world.clock.advance(Duration.ofMinutes(1));
        a_crypto_payout_is_on_its_way();
        the_crypto_payout_arrives();

        world.clock.advance(Duration.ofMinutes(1));
        a_fiat_payout_is_on_its_way();
        the_account_shows_what_can_be_spent();

        world.clock.advance(Duration.ofMinutes(1));
        the_fiat_payout_is_declined();
        the_transactions_tell_the_story();
        the_ledger_tells_it_line_by_line();
        the_wallet_is_archived();
        world.assertThatTheBooksAddUp();
    }

    private void the_account_is_empty() {
        acme.api().get("/v1/organizations/" + acme.organization()).isJson(
                """
                {"object":"organization","organizationId":"%s","name":"Acme","type":"BUSINESS","status":"APPROVED","verificationStatus":"APPROVED",
                "cryptoPayoutsEnabled":true,"createdByOrganizationId":null,"metadata":{},
                "nxosnet":{"object":"nxosnet_settings","enabled":false,"handle":null,"showOrganizationName":false},
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}
                """, acme.organization());
        acme.api().get("/v1/accounts/" + acme.account()).isJson(
                """
                {"object":"account","accountId":"%s","reference":null,"name":"Primary","description":null,"isPrimary":true,"status":"ACTIVE",
                "fundingMethods":[],"balances":[],
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}
                """, acme.account());
        acme.api().get("/v1/accounts").isJson(
                """
                {"object":"list","data":[
                {"object":"account","accountId":"%s","reference":null,"name":"Primary","description":null,"isPrimary":true,"status":"ACTIVE",
                "fundingMethods":[],
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}
                ],"hasMore":false,"nextCursor":null}
                """, acme.account());
        acme.api().get("/v1/accounts/" + acme.account() + "/balances/USD").isJson(
                """
                {"object":"balance","accountId":"%s","asset":"USD","amount":"0.00","locked":"0.00"}
                """, acme.account());
    }

    private void money_arrives() {
        var deposit = acme.api().post("/v1/sandbox/deposits", acme.aDeposit("10000.00", "USD"));

        deposit.isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"COMPLETED","reference":null,"description":null,"tags":[],"metadata":{},
                "amount":"10000.00","asset":"USD","fee":null,
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z",
                "type":"FIAT_PAYIN","details":{}}
                """, deposit.text("/transactionId"), acme.account());
        assertThat(deposit.text("/transactionId")).matches("txn_[0-9a-f]{32}");
        acme.deposit("100.00", "EUR");
    }

    private void a_wallet_is_registered() {
        var registered = acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("""
                {"entityType":"BUSINESS","email":"pay@supplier.example","phoneNumber":"+14155550123","businessName":"Supplier Inc.",
                "addressLine1":"1 Main Street","city":"San Francisco","region":"CA","zipCode":"94105","country":"US",
                "tags":["parts"],"metadata":{"contract":"C-17"}}"""));
        wallet = registered.text("/beneficiaryId");
        var known = """
                {"object":"beneficiary","beneficiaryId":"%s","accountId":"%s","type":"CRYPTO","reference":null,"nickname":"Supplier","status":"ACTIVE",
                "entityType":"BUSINESS","email":"pay@supplier.example","phoneNumber":"+14155550123",
                "firstName":null,"lastName":null,"businessName":"Supplier Inc.",
                "addressLine1":"1 Main Street","addressLine2":null,"city":"San Francisco","region":"CA","zipCode":"94105","country":"US",
                "crypto":{"chainName":"ETHEREUM_SEPOLIA",%s,"address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"},"bank":null,"nxosnet":null,"tags":["parts"],"metadata":{"contract":"C-17"},
                "createdAt":"2025-03-15T14:30:00.000Z"}
                """;

        assertThat(wallet).matches("bene_[0-9a-f]{32}");
        registered.isJson(known, wallet, acme.account(), "\"chainDisplayName\":null,\"platform\":null");
        acme.api().get("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account()).isJson(
                known, wallet, acme.account(), "\"chainDisplayName\":\"Ethereum Sepolia\",\"platform\":\"EVM\"");
    }

    private void a_bank_account_is_registered() {
        var registered = acme.api().post("/v1/beneficiaries/bank", acme.aBankAccount().with("""
                {"entityType":"INDIVIDUAL","firstName":"Erika","lastName":"Mustermann","bankCountry":"DE",
                "intermediaryBankName":"Commerzbank","intermediarySwiftCode":"COBADEFFXXX","intermediaryBankAddress":"Frankfurt"}"""));
        bankAccount = registered.text("/beneficiaryId");
        var known = """
                {"object":"beneficiary","beneficiaryId":"%s","accountId":"%s","type":"BANK","reference":null,"nickname":"Landlord","status":"ACTIVE",
                "entityType":"INDIVIDUAL","email":null,"phoneNumber":null,
                "firstName":"Erika","lastName":"Mustermann","businessName":null,
                "addressLine1":null,"addressLine2":null,"city":null,"region":null,"zipCode":null,"country":null,
                "crypto":null,
                "bank":{"bankName":"Deutsche Bank","swiftCode":"DEUTDEFF","iban":"DE89370400440532013000","bankCountry":"DE",
                "method":"SEPA","currency":"EUR","intermediaryBankName":"Commerzbank","intermediarySwiftCode":"COBADEFFXXX",
                "intermediaryBankAddress":"Frankfurt"},"nxosnet":null,"tags":[],"metadata":{},
                "createdAt":"2025-03-15T14:30:00.000Z"}
                """;

        registered.isJson(known, bankAccount, acme.account());
        acme.api().get("/v1/beneficiaries/" + bankAccount + "?accountId=" + acme.account()).isJson(known, bankAccount, acme.account());
    }

    private void a_quote_promises_a_price() {
        var issued = acme.api().post("/v1/quotes", acme.aQuote("10000.00"));
        quote = issued.text("/quoteId");

        assertThat(quote).matches("quote_[0-9a-f]{32}");
        assertThatTheQuoteIs("PENDING", issued);
        assertThatTheQuoteIs("PENDING", acme.api().get("/v1/quotes/" + quote));
    }

    private void assertThatTheQuoteIs(String status, Answer answer) {
        answer.isJson(
                """
                {"object":"quote","quoteId":"%s","accountId":"%s","fromAsset":"USD","toAsset":"USDC",
                "fromAmount":"10000.00","toAmount":"9997.000000","appliedRate":"1.0003","spread":{"fee":"3.00","asset":"USD"},
                "status":"%s","expiresAt":"2025-03-15T14:35:00.000Z","createdAt":"2025-03-15T14:30:00.000Z"}
                """, quote, acme.account(), status);
    }

    private void the_quote_becomes_a_trade() {
        var executed = acme.execute(quote);
        trade = executed.text("/transactionId");

        executed.isJson(
                """
                {"object":"trade","transactionId":"%s","quoteId":"%s","fromAsset":"USD","toAsset":"USDC",
                "fromAmount":"10000.00","toAmount":"9997.000000","status":"COMPLETED","createdAt":"2025-03-15T14:31:00.000Z"}
                """, trade, quote);
        assertThatTheQuoteIs("COMPLETED", acme.api().get("/v1/quotes/" + quote));
        acme.api().get("/v1/transactions/" + trade).isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"COMPLETED","reference":null,"description":null,"tags":[],"metadata":{},
                "amount":"10000.00","asset":"USD","fee":null,
                "createdAt":"2025-03-15T14:31:00.000Z","updatedAt":"2025-03-15T14:31:00.000Z",
                "type":"TRADE","details":{"quoteId":"%s","fromAsset":"USD","toAsset":"USDC",
                "fromAmount":"10000.00","toAmount":"9997.000000","spreadFee":"3.00"}}
                """, trade, acme.account(), quote);
    }

    private void a_crypto_payout_is_on_its_way() {
        var sent = acme.payOut(acme.aCryptoPayout(wallet, "5000.000000")
                .with("""
                      {"description":"Invoice 42","tags":["parts","march"],"metadata":{"invoice":"42"}}"""));
        cryptoPayout = sent.text("/transactionId");
        var txHash = sent.text("/txHash");

        assertThat(txHash).matches("0x[0-9a-f]{64}");
        sent.isJson(
                """
                {"object":"transaction","transactionId":"%s","type":"CRYPTO_PAYOUT","status":"LOCKED","accountId":"%s",
                "beneficiaryId":"%s","amount":"5000.000000","asset":"USDC",
                "fee":{"fixed":"0.000000","bps":0,"bpsAmount":"0.000000","total":"0.000000","asset":"USDC"},
                "toAddress":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","txHash":"%s",
                "reference":null,"description":"Invoice 42","tags":["parts","march"],"metadata":{"invoice":"42"},
                "createdAt":"2025-03-15T14:32:00.000Z"}
                """, cryptoPayout, acme.account(), wallet, txHash);
        acme.api().get("/v1/transactions/" + cryptoPayout).isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"LOCKED","reference":null,"description":"Invoice 42",
                "tags":["parts","march"],"metadata":{"invoice":"42"},"amount":"5000.000000","asset":"USDC",
                "fee":{"fixed":"0.000000","bps":0,"bpsAmount":"0.000000","total":"0.000000","asset":"USDC"},
                "createdAt":"2025-03-15T14:32:00.000Z","updatedAt":"2025-03-15T14:32:00.000Z",
                "type":"CRYPTO_PAYOUT","details":{"beneficiaryId":"%s","chainName":"ETHEREUM_SEPOLIA",
                "toAddress":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","txHash":"%s"},
                "dispatch":{"state":"SENT","attempts":1,"lastReason":null,"nextTryAt":"2025-03-15T14:32:05.000Z"}}
                """, cryptoPayout, acme.account(), wallet, txHash);
        assertThat(acme.balance("USDC")).isEqualTo("4997.000000 + 5000.000000");
    }

    private void the_crypto_payout_arrives() {
        var settled = acme.api().post("/v1/sandbox/transactions/" + cryptoPayout + "/settle").isOk();

        assertThat(settled.text("/status")).isEqualTo("COMPLETED");
        var seen = acme.api().get("/v1/transactions/" + cryptoPayout).isOk();
        assertThat(seen.body()).startsWith(settled.body().substring(0, settled.body().length() - 1));
        assertThat(seen.json().at("/dispatch/nextTryAt").isNull()).isTrue();
        assertThat(acme.balance("USDC")).isEqualTo("4997.000000 + 0.000000");
    }

    private void a_fiat_payout_is_on_its_way() {
        var sent = acme.payOut(acme.aFiatPayout(bankAccount, "40.00"));
        fiatPayout = sent.text("/transactionId");
        var bank = """
                {"bankName":"Deutsche Bank","swiftCode":"DEUTDEFF","accountNumber":null,"iban":"DE89370400440532013000"}""";

        sent.isJson(
                """
                {"object":"transaction","transactionId":"%s","type":"FIAT_PAYOUT","status":"LOCKED","accountId":"%s",
                "beneficiaryId":"%s","amount":"40.00","asset":"EUR","fee":{"fixed":"0.00","bps":0,"bpsAmount":"0.00","total":"0.00","asset":"EUR"},
                "method":"SEPA","bank":%s,
                "reference":null,"description":null,"tags":[],"metadata":{},
                "createdAt":"2025-03-15T14:33:00.000Z"}
                """, fiatPayout, acme.account(), bankAccount, bank);
        var seen = acme.api().get("/v1/transactions/" + fiatPayout).isOk();
        assertThat(seen.text("/dispatch/state")).as("the bank may have it already").isIn("WAITING", "SENT");
        seen.isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"LOCKED","reference":null,"description":null,"tags":[],"metadata":{},
                "amount":"40.00","asset":"EUR","fee":{"fixed":"0.00","bps":0,"bpsAmount":"0.00","total":"0.00","asset":"EUR"},
                "createdAt":"2025-03-15T14:33:00.000Z","updatedAt":"2025-03-15T14:33:00.000Z",
                "type":"FIAT_PAYOUT","details":{"beneficiaryId":"%s","method":"SEPA","bank":%s},"dispatch":%s}
                """, fiatPayout, acme.account(), bankAccount, bank, seen.json().get("dispatch"));
    }

    private void the_account_shows_what_can_be_spent() {
        acme.api().get("/v1/accounts/" + acme.account()).isJson(
                """
                {"object":"account","accountId":"%s","reference":null,"name":"Primary","description":null,"isPrimary":true,"status":"ACTIVE",
                "fundingMethods":[],
                "balances":[{"object":"balance","asset":"EUR","amount":"60.00"},{"object":"balance","asset":"USD","amount":"0.00"},
                {"object":"balance","asset":"USDC","amount":"4997.000000"}],
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}
                """, acme.account());
        acme.api().get("/v1/accounts/" + acme.account() + "/balances/EUR").isJson(
                """
                {"object":"balance","accountId":"%s","asset":"EUR","amount":"60.00","locked":"40.00"}
                """, acme.account());
    }

    private void the_fiat_payout_is_declined() {
        var declined = acme.api().post("/v1/sandbox/transactions/" + fiatPayout + "/decline").isOk();

        assertThat(declined.text("/status")).isEqualTo("DECLINED");
        assertThat(declined.text("/updatedAt")).isEqualTo("2025-03-15T14:34:00.000Z");
        assertThat(acme.balance("EUR")).isEqualTo("100.00 + 0.00");
    }

    private void the_transactions_tell_the_story() {
        var transactions = acme.api().get("/v1/transactions").isOk();

        assertThat(transactions.texts("type"))
                .containsExactly("FIAT_PAYOUT", "CRYPTO_PAYOUT", "TRADE", "FIAT_PAYIN", "FIAT_PAYIN");
        assertThat(transactions.texts("status"))
                .containsExactly("DECLINED", "COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED");
        assertThat(transactions.json().at("/data/2")).isEqualTo(acme.api().get("/v1/transactions/" + trade).json());
    }

    private void the_ledger_tells_it_line_by_line() {
        var entries = acme.api().get("/v1/accounts/" + acme.account() + "/entries").isOk();

        assertThat(entries.json().at("/data"))
                .map(entry -> String.join(
                        " ",
                        entry.get("asset").textValue(),
                        entry.get("bucket").textValue(),
                        entry.get("amount").textValue(),
                        "=",
                        entry.get("balanceAfter").textValue()))
                .containsExactly(
                        "EUR AVAILABLE 40.00 = 100.00",
                        "EUR LOCKED -40.00 = 0.00",
                        "EUR LOCKED 40.00 = 40.00",
                        "EUR AVAILABLE -40.00 = 60.00",
                        "USDC LOCKED -5000.000000 = 0.000000",
                        "USDC LOCKED 5000.000000 = 5000.000000",
                        "USDC AVAILABLE -5000.000000 = 4997.000000",
                        "USDC AVAILABLE 9997.000000 = 9997.000000",
                        "USD AVAILABLE -10000.00 = 0.00",
                        "EUR AVAILABLE 100.00 = 100.00",
                        "USD AVAILABLE 10000.00 = 10000.00");
        assertThat(entries.json().at("/data/8")).hasToString(
                "{\"object\":\"entry\",\"transactionId\":\"%s\",\"line\":1,\"accountId\":\"%s\",\"asset\":\"USD\",\"bucket\":\"AVAILABLE\","
                        .formatted(trade, acme.account())
                        + "\"amount\":\"-10000.00\",\"balanceAfter\":\"0.00\",\"createdAt\":\"2025-03-15T14:31:00.000Z\"}");
    }

    private void the_wallet_is_archived() {
        acme.api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account()).isJson(
                """
                {"object":"beneficiary","beneficiaryId":"%s","deleted":true}
                """, wallet);

        assertThat(acme.api().get("/v1/beneficiaries?accountId=" + acme.account()).texts("beneficiaryId")).containsExactly(bankAccount);
        assertThat(acme.api().get("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account()).text("/status")).isEqualTo("ARCHIVED");
    }
}
