package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.bank.testing.BankMessages;
import dev.corridor.service.Await;
import dev.corridor.testing.model.Torture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service while it writes files of orders and reads the bank's, in rounds on the same data. Afterwards each payout is an order of one file,
 * once; every file is whole; what the bank has said of each has taken effect once, though it says everything twice; and the books agree with the bank.
 */
class BankIT {

    private static final String IBAN = "DE75512108001245126199";
    private static final Pattern ORDER = Pattern.compile("<EndToEndId>([0-9a-f]{32})</EndToEndId>");
    private static final Pattern MESSAGE = Pattern.compile("<MsgId>(.*?)</MsgId>");
    private static final int USUAL_ROUNDS = 1;
    private static final int CLIENTS = 4;
    private static final int MOST_BEFORE_THE_CRASH = 40;

    private static final String RAILS = """
            banks:
              main: { outbox: out, inbox: in, currencies: [EUR], account: { iban: "%s", bic: "COBADEFF", name: "Corridor" } }
            """.formatted(IBAN);

    private static final String BENEFICIARY = """
            {"accountId":"%s","nickname":"Landlord","bankName":"Deutsche Bank","method":"SEPA","currency":"EUR","swiftCode":"DEUTDEFF",
            "iban":"DE89370400440532013000"}""";

    private static final String PAYOUT = """
            {"accountId":"%s","beneficiaryId":"%s","amount":"1.00","asset":"EUR","method":"SEPA"}""";

    @TempDir
    private static Path directory;

    private final Random random = new Random();
    private final Set<String> payouts = new HashSet<>();
    private final Map<String, Boolean> isPaid = new HashMap<>();
    private final Set<Path> answered = new HashSet<>();
    private int answers;

    private enum Moment {
        PAYOUTS_ARE_ACCEPTED,
        FILES_ARE_WRITTEN,
        FILES_ARE_READ
    }

    @Test
    void each_payout_is_in_one_file_and_each_word_of_the_bank_takes_effect_once() throws Exception {
        int rounds = Torture.rounds().orElse(USUAL_ROUNDS);
        Files.createDirectories(directory.resolve("out"));
        Files.createDirectories(directory.resolve("in/taken"));
        var corridor = Corridor.in(directory).with("CORRIDOR_RAILS", Files.writeString(directory.resolve("rails.yaml"), RAILS).toString());
        var service = corridor.serve();
        try {
            var account = service.printedAccount();
            var funds = funds(service.client(), account);
            var beneficiary = service.client().post("/v1/beneficiaries/bank", BENEFICIARY.formatted(account)).text("beneficiaryId");
            for (int round = 0; round < rounds; round++) {
                service = crash(corridor, service, Moment.values()[random.nextInt(Moment.values().length)], PAYOUT.formatted(account, beneficiary));
                var client = service.client();
                Await.until("the bank has answered all, and all is done", () -> {
                    answerFiles();
                    return isDone(client);
                });
                assertThatTheFilesAreRight();
                assertThatTheMoneyIsRight(client, account, funds);
                System.out.printf("%d crashes: %d payouts in %d files, each once; %d answers of the bank%n",
                        round + 1, payouts.size(), answered.size(), answers);
            }
        } catch (Exception | AssertionError e) {
            System.out.println(service.log());
            throw e;
        } finally {
            service.close();
        }
        assertThat(corridor.run("verify-books")).extracting(Corridor.Ending::exitCode, Corridor.Ending::output).containsExactly(0, "");
        assertThat(corridor.run("reconcile")).extracting(Corridor.Ending::exitCode, Corridor.Ending::output).containsExactly(0, "");
    }

    /** Returns the service that runs afterwards. By then every request has been granted. */
    private Serving crash(Corridor corridor, Serving service, Moment moment, String payout) throws Exception {
        var granted = new ConcurrentLinkedQueue<String>();
        var open = new ConcurrentLinkedQueue<String>();
        var stopped = new AtomicBoolean();
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = service.client();
            clients.add(Thread.ofPlatform().start(() -> payOut(payout, client, stopped, granted, open)));
        }
        int enough = 1 + random.nextInt(MOST_BEFORE_THE_CRASH);
        int filesBefore = files().size();
        int takenBefore = taken();
        Await.until("it is the moment", () -> granted.size() >= enough && switch (moment) {
            case PAYOUTS_ARE_ACCEPTED -> true;
            case FILES_ARE_WRITTEN -> files().size() > filesBefore;
            case FILES_ARE_READ -> {
                answerFiles();
                yield taken() > takenBefore;
            }
        });
        service.kill();
        stopped.set(true);
        for (var client : clients) {
            client.join();
        }
        var afterwards = corridor.serve();
        var client = afterwards.client();
        for (var key : open) {
            Await.until("it is granted", () -> tryToPayOut(payout, key, client, granted));
        }
        payouts.addAll(granted);
        return afterwards;
    }

    private static void payOut(String payout, Client client, AtomicBoolean stopped, Queue<String> granted, Queue<String> open) {
        try {
            while (!stopped.get()) {
                var key = UUID.randomUUID().toString();
                open.add(key);
                if (tryToPayOut(payout, key, client, granted)) {
                    open.remove(key);
                }
            }
        } catch (IOException e) {
            // The service is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tryToPayOut(String payout, String key, Client client, Queue<String> granted) throws IOException, InterruptedException {
        var answer = client.post("/v1/transactions/fiat-payouts", payout, key);
        if (answer.status() == 200) {
            granted.add(answer.text("transactionId"));
        }
        return answer.status() == 200;
    }

    /** Every other order is refused. Each answer comes twice, and a part of one comes as a file that is still being written. */
    private void answerFiles() throws IOException {
        for (var file : files()) {
            if (answered.add(file)) {
                var text = Files.readString(file);
                for (var order : orders(text)) {
                    boolean paid = answers % 2 == 0;
                    isPaid.put(order, paid);
                    var status = BankMessages.status(messageId(text), order, paid ? "ACSC" : "RJCT", paid ? "" : "AC04");
                    say("status-" + order + ".xml", status);
                    say("again-" + order + ".xml", status.replace("STATUS-1", "STATUS-3"));
                    Files.writeString(directory.resolve("in/.half-" + order + ".xml"), status.substring(0, status.length() / 2));
                    if (paid) {
                        var debit = BankMessages.debit("D" + order, order, "1.00");
                        say("debit-" + order + ".xml", BankMessages.notification(IBAN, debit));
                    }
                    answers++;
                }
            }
        }
    }

    private void say(String name, String message) throws IOException {
        var unfinished = Files.writeString(directory.resolve("in").resolve(name + ".tmp"), message);
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        Files.move(unfinished, directory.resolve("in").resolve(name));
    }

    private boolean isDone(Client client) throws IOException, InterruptedException {
        return isPaid.keySet().containsAll(payouts.stream().map(BankIT::endToEndId).toList())
                && messages("in").isEmpty()
                && client.get("/v1/transactions?type=FIAT_PAYOUT&status=LOCKED").body().at("/data").isEmpty();
    }

    /** One that was renamed is whole; one that was not is no order. */
    private void assertThatTheFilesAreRight() throws IOException {
        var ordered = new ArrayList<String>();
        for (var file : files()) {
            var text = Files.readString(file);
            assertThat(text).endsWith("</Document>");
            ordered.addAll(orders(text));
        }
        assertThat(ordered).containsExactlyInAnyOrderElementsOf(payouts.stream().map(BankIT::endToEndId).toList());
        assertThat(directory.resolve("in/put-aside")).doesNotExist();
    }

    /** Each payout is of one euro. */
    private void assertThatTheMoneyIsRight(Client client, String account, BigDecimal funds) throws IOException, InterruptedException {
        for (var payout : payouts) {
            assertThat(client.get("/v1/transactions/" + payout).text("status"))
                    .isEqualTo(isPaid.get(endToEndId(payout)) ? "COMPLETED" : "DECLINED");
        }
        long paid = payouts.stream().filter(payout -> isPaid.get(endToEndId(payout))).count();
        assertThat(funds(client, account)).isEqualTo(funds.subtract(BigDecimal.valueOf(paid)));
    }

    /** Of euros, locked ones included. */
    private static BigDecimal funds(Client client, String account) throws IOException, InterruptedException {
        var balance = client.get("/v1/accounts/" + account + "/balances/EUR");
        return new BigDecimal(balance.text("amount")).add(new BigDecimal(balance.text("locked")));
    }

    private static List<String> orders(String file) {
        return ORDER.matcher(file).results().map(order -> order.group(1)).toList();
    }

    private static String messageId(String file) {
        return MESSAGE.matcher(file).results().map(MatchResult::group).findFirst().orElseThrow().replaceAll("</?MsgId>", "");
    }

    private static String endToEndId(String payout) {
        return payout.substring("txn_".length());
    }

    private static List<Path> files() throws IOException {
        return messages("out");
    }

    private static int taken() throws IOException {
        return messages("in/taken").size();
    }

    private static List<Path> messages(String folder) throws IOException {
        try (var files = Files.list(directory.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.xml")).toList();
        }
    }
}
