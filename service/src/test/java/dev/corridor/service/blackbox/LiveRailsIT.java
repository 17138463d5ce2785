package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.bank.testing.BankMessages;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.money.Asset;
import dev.corridor.service.Await;
import dev.corridor.service.api.RailFiles;
import dev.corridor.service.embedded.SharedPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real money, from end to end: the packaged service in its live environment, before a node that says it is Ethereum's and a bank's folders. */
class LiveRailsIT {

    private static final long MAINNET = 1;
    private static final int CONFIRMATIONS = 3;
    private static final String IBAN = "DE75512108001245126199";
    private static final String RECEIVER = "0x00000000000000000000000000000000000de905";

    private static final String USDC = IssuedAsset.on(ChainName.ETHEREUM_MAINNET).stream()
            .filter(issued -> issued.asset().equals(Asset.USDC))
            .flatMap(issued -> issued.contract().stream())
            .findFirst()
            .orElseThrow();

    private static final String BANK = """
            banks:
              main: { outbox: out, inbox: in, currencies: [EUR], account: { iban: "%s", bic: "COBADEFF", name: "Corridor" } }
            """.formatted(IBAN);

    @TempDir
    private Path directory;

    private Path rails;
    private Client client;
    private String account;

    @Test
    void coins_and_euros_arrive_are_traded_and_leave() throws Exception {
        try (var anvil = Anvil.start(MAINNET);
                var database = SharedPrograms.start(directory.resolve("database"))) {
            anvil.deployTokenAt(USDC, 1_000_000_000_000L);
            anvil.mine(CONFIRMATIONS);
            rails = railsOf(anvil);
            var corridor = LiveIT.liveOn(database.address(), directory).with("CORRIDOR_RAILS", rails.toString());
            var acme = LiveIT.createAcme(corridor);
            assertThat(corridor.run("organization", acme.group("organization"), "allow-crypto").exitCode()).isZero();
            try (var service = corridor.serve()) {
                client = new Client(service.url(), acme.group("key"));
                account = acme.group("account");

                coins_are_deposited_traded_and_paid_out(anvil);
                euros_are_credited_traded_and_paid_out();

                assertThat(corridor.run("reconcile")).extracting(Corridor.Ending::exitCode, Corridor.Ending::output).containsExactly(0, "");
            }
            assertThat(corridor.run("verify-books")).extracting(Corridor.Ending::exitCode, Corridor.Ending::output).containsExactly(0, "");
        }
    }

    private static Path railsOf(Anvil anvil) throws IOException {
        var file = RailFiles.write(anvil.uri(), USDC);
        Files.createDirectories(file.resolveSibling("out"));
        Files.createDirectories(file.resolveSibling("in"));
        return Files.writeString(
                file,
                Files.readString(file)
                        .replace(ChainName.ETHEREUM_SEPOLIA.name(), ChainName.ETHEREUM_MAINNET.name())
                        .replace("chainId: " + Anvil.CHAIN_ID, "chainId: " + MAINNET)
                        + BANK);
    }

    private void coins_are_deposited_traded_and_paid_out(Anvil anvil) throws Exception {
        anvil.awaitMined(anvil.mint(USDC, funding("CRYPTO_ADDRESS", "address"), 100_000_000));
        anvil.mine(CONFIRMATIONS);
        awaitAvailable("USDC", "100.000000");
        trade("USDC", "USD", "60.000000");

        var wallet = client.post("/v1/beneficiaries/crypto", """
                {"accountId":"%s","nickname":"Supplier","chainName":"ETHEREUM_MAINNET","address":"%s"}""".formatted(account, RECEIVER));
        var payout = client.post("/v1/transactions/crypto-payouts", """
                {"accountId":"%s","beneficiaryId":"%s","amount":"40.000000","asset":"USDC","chainName":"ETHEREUM_MAINNET"}"""
                .formatted(account, wallet.text("beneficiaryId")));
        assertThat(anvil.isKnown(payout.text("txHash"))).as(payout.body().toString()).isTrue();
        anvil.mine(CONFIRMATIONS);
        awaitStatus(payout, "COMPLETED");
        assertThat(anvil.tokensOf(USDC, RECEIVER)).isEqualTo(40_000_000);
    }

    private void euros_are_credited_traded_and_paid_out() throws Exception {
        arrives("credit.xml", BankMessages.notification(
                IBAN, BankMessages.credit("C1", "100.00", "Ada", IBAN, "Invoice 7 " + funding("BANK", "reference"))));
        awaitAvailable("EUR", "100.00");
        trade("EUR", "USDC", "60.00");

        var landlord = client.post("/v1/beneficiaries/bank", """
                {"accountId":"%s","nickname":"Landlord","bankName":"Deutsche Bank","method":"SEPA","currency":"EUR","swiftCode":"DEUTDEFF",
                "iban":"DE89370400440532013000"}""".formatted(account));
        var payout = client.post("/v1/transactions/fiat-payouts", """
                {"accountId":"%s","beneficiaryId":"%s","amount":"40.00","asset":"EUR","method":"SEPA"}"""
                .formatted(account, landlord.text("beneficiaryId")));
        var id = payout.text("transactionId").substring("txn_".length());
        Await.until("a file has the order", () -> fileWith(id).isPresent());
        var message = fileWith(id).orElseThrow().replaceFirst("(?s).*<MsgId>(.*?)</MsgId>.*", "$1");
        arrives("settled.xml", BankMessages.status(message, id, "ACSC", ""));
        awaitStatus(payout, "COMPLETED");
    }

    private String funding(String type, String detail) throws Exception {
        var path = "/v1/accounts/" + account;
        Await.until("the account has both funding methods", () -> client.get(path).body().at("/fundingMethods/1").isTextual());
        for (var method : client.get(path).body().path("fundingMethods")) {
            var found = client.get("/v1/funding-methods/" + method.asText()).body();
            if (found.path("type").asText().equals(type)) {
                return found.at("/details/" + detail).asText();
            }
        }
        throw new AssertionError("no " + type);
    }

    private void trade(String from, String to, String amount) throws Exception {
        var quote = client.post("/v1/quotes", """
                {"accountId":"%s","fromAsset":"%s","toAsset":"%s","fromAmount":"%s"}""".formatted(account, from, to, amount));
        var trade = client.post("/v1/quotes/" + quote.text("quoteId") + "/execute", "{}");
        assertThat(trade.text("status")).as(quote.body() + " " + trade.body()).isEqualTo("COMPLETED");
    }

    private void awaitAvailable(String asset, String amount) throws Exception {
        var path = "/v1/accounts/" + account + "/balances/" + asset;
        Await.until(amount + " " + asset + " are there", () -> client.get(path).text("amount").equals(amount));
    }

    private void awaitStatus(Client.Answer payout, String status) throws Exception {
        var path = "/v1/transactions/" + payout.text("transactionId");
        Await.until("it is " + status, () -> client.get(path).text("status").equals(status));
    }

    /** Written under another name first, and some time ago, as a bank's software does. */
    private void arrives(String name, String message) throws IOException {
        var unfinished = Files.writeString(rails.resolveSibling("in").resolve(name + ".tmp"), message);
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        Files.move(unfinished, unfinished.resolveSibling(name));
    }

    private Optional<String> fileWith(String id) throws IOException {
        try (var files = Files.list(rails.resolveSibling("out"))) {
            for (var file : files.filter(each -> each.getFileName().toString().matches("[^.].*\\.xml")).toList()) {
                var text = Files.readString(file);
                if (text.contains(id)) {
                    return Optional.of(text);
                }
            }
            return Optional.empty();
        }
    }
}
