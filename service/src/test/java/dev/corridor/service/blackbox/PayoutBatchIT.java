package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service in the middle of a batch of 10,000 payouts, more than once. Afterwards each item is paid once. */
class PayoutBatchIT {

    private static final int ITEMS = 10_000;
    private static final int CRASHES = 3;
    private static final String PAGE = "/items?status=SUBMITTED&limit=100";

    @TempDir
    private static Path directory;

    @Test
    void each_item_of_a_large_batch_is_paid_once_however_often_the_service_is_killed() throws Exception {
        var corridor = Corridor.in(directory);
        var service = corridor.serve();
        try {
            var account = service.printedAccount();
            var client = service.client();
            client.post("/v1/sandbox/deposits", """
                    {"accountId":"%s","amount":"%d.00","asset":"EUR"}""".formatted(account, ITEMS));
            var before = balance(client, account);
            var beneficiary = client.post("/v1/beneficiaries/bank", """
                    {"accountId":"%s","nickname":"Staff","bankName":"Deutsche Bank","method":"SEPA","currency":"EUR","swiftCode":"DEUTDEFF",
                    "iban":"DE89370400440532013000"}""".formatted(account)).text("beneficiaryId");
            var body = IntStream.rangeClosed(1, ITEMS)
                    .mapToObj("%s,%s,1.00,EUR,SEPA,SALARY-%%d".formatted(account, beneficiary)::formatted)
                    .collect(Collectors.joining("\n", "accountId,beneficiaryId,amount,asset,method,reference\n", "\n"));

            var batch = client.post("/v1/payout-batches", "text/csv", body, "salaries").text("batchId");
            for (int crash = 1; crash <= CRASHES; crash++) {
                try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
                    int part = crash * ITEMS / (CRASHES + 2);
                    Await.until("so much is paid", () -> owner.count("transactions where reference is not null") >= part);
                }
                service.kill();
                service = corridor.serve();
            }
            var again = service.client();
            Await.until("nothing is left", () -> again.get("/v1/payout-batches/" + batch).body().at("/counts/pending").asInt() == 0);

            assertThat(again.get("/v1/payout-batches/" + batch).body().at("/counts/submitted").asInt()).isEqualTo(ITEMS);
            assertThat(again.post("/v1/payout-batches", "text/csv", body, "salaries").text("batchId")).isEqualTo(batch);
            assertThat(balance(again, account)).isEqualTo(before - ITEMS);
            assertThat(transactionsOf(again, batch)).hasSize(ITEMS);
            try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
                assertThat(owner.count("transactions where type = 'FIAT_PAYOUT'")).isEqualTo(ITEMS);
                assertThat(owner.count("(select distinct reference from transactions where reference is not null) as paid")).isEqualTo(ITEMS);
            }
        } finally {
            service.close();
        }
        var verified = corridor.run("verify-books");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
    }

    private static long balance(Client client, String account) throws Exception {
        return new BigDecimal(client.get("/v1/accounts/" + account + "/balances/EUR").text("amount")).longValueExact();
    }

    /** As the pages of the items have them. */
    private static Set<String> transactionsOf(Client client, String batch) throws Exception {
        var found = new HashSet<String>();
        var page = client.get("/v1/payout-batches/" + batch + PAGE);
        while (true) {
            page.body().path("data").forEach(item -> found.add(item.path("transactionId").asText()));
            if (!page.body().path("hasMore").asBoolean()) {
                return found;
            }
            page = client.get("/v1/payout-batches/" + batch + PAGE + "&cursor=" + page.text("nextCursor"));
        }
    }
}
