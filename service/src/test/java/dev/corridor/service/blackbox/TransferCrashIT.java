package dev.corridor.service.blackbox;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.ConnectionException;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.Request;
import dev.corridor.client.api.Accounts;
import dev.corridor.client.api.Beneficiaries;
import dev.corridor.client.api.Organizations;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.NetworkBeneficiaryRequest;
import dev.corridor.client.model.NetworkSettingsRequest;
import dev.corridor.client.model.NetworkTransfer;
import dev.corridor.client.model.NetworkTransferRequest;
import dev.corridor.client.model.OpenAccountRequest;
import dev.corridor.client.model.SandboxOrganizationRequest;
import dev.corridor.client.model.Transaction;
import dev.corridor.client.model.TransactionNetworkTransferDetails;
import dev.corridor.client.model.TransactionStatus;
import dev.corridor.client.model.TransactionType;
import dev.corridor.service.Await;
import dev.corridor.testing.model.Torture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service while two organizations pay each other over the network, each decision on the books of one of them alone. From some moment on, one
 * of them cannot be credited. Afterwards each transfer has arrived or gone back, once, nothing is in clearing, and no money is missing.
 */
class TransferCrashIT {

    private static final int ROUNDS = 3;
    private static final int CLIENTS_PER_PARTY = 4;
    private static final int MOST_BEFORE_THE_SUSPENSION = 40;
    private static final int MOST_UNTIL_THE_CRASH = 20;
    private static final BigDecimal DEPOSIT = new BigDecimal("100000.000000");

    private final Random random = new Random();
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<NetworkTransfer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @TempDir
    private Path directory;

    private Corridor corridor;
    private Serving service;
    private Party acme;
    private Party globex;

    /**
     * An organization.
     *
     * @param receiving its primary account
     * @param paying the account that it pays from; works on while the other one is suspended
     */
    private record Party(String name, String key, String receiving, String paying) {

        CorridorClient at(Serving running) {
            return running.api().key(key);
        }
    }

    /** @param note names it on both sides */
    private record Sent(Party by, String note, Request<NetworkTransfer> request) {}

    @Test
    void each_transfer_arrives_or_goes_back_once() throws Exception {
        int rounds = Torture.rounds().orElse(ROUNDS);
        corridor = Corridor.in(directory).with("CORRIDOR_BOOKS_BATCH_SCOPE", "organization");
        service = corridor.serve();
        try {
            acme = party("acme");
            globex = party("globex");
            var toGlobex = register(acme, globex);
            var toAcme = register(globex, acme);
            long interrupted = 0;
            for (int round = 1; round <= rounds; round++) {
                interrupted += crash(toGlobex, toAcme);
                System.out.printf("%d crashes: %d transfers, %d of them in clearing at a crash%n", round, sent.size(), interrupted);
            }
        } catch (Exception | AssertionError e) {
            System.out.println(service.log());
            throw e;
        } finally {
            service.close();
        }
    }

    /** Answers how many transfers it has interrupted between their two decisions. */
    private long crash(String toGlobex, String toAcme) throws Exception {
        int moment = acknowledged.size() + random.nextInt(MOST_BEFORE_THE_SUSPENSION);
        var clients = Stream.concat(start(acme, toGlobex), start(globex, toAcme)).toList();
        Await.until("so much is acknowledged", () -> acknowledged.size() > moment);
        setReceiving("SUSPENDED");
        int crash = acknowledged.size() + random.nextInt(MOST_UNTIL_THE_CRASH);
        Await.until("the transfers go on", () -> acknowledged.size() > crash);

        service.kill();

        for (var client : clients) {
            client.join();
        }
        long interrupted = inClearing();
        setReceiving("ACTIVE");
        service = corridor.serve();
        repeat();
        Await.until("nothing is in clearing", () -> inClearing() == 0);
        assertThatEachHasEndedOnce();
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            assertThat(owner.differences()).isEmpty();
        }
        return interrupted;
    }

    private long inClearing() throws SQLException {
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            return owner.count("network_transfers where waiting_since is not null");
        }
    }

    /** A primary account is suspended by no request. */
    private void setReceiving(String status) throws SQLException {
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            var id = globex.receiving().substring("acct_".length());
            owner.execute("update accounts set status = '%s' where account_id = '%s'".formatted(status, id));
        }
    }

    private Party party(String name) {
        var organization = service.api().send(Sandbox.createOrganization(SandboxOrganizationRequest.of(name)));
        var client = service.api().key(organization.apiKey());
        var paying = client.send(Accounts.openAccount(OpenAccountRequest.of("Paying"))).accountId();
        client.send(Sandbox.deposit(DepositRequest.of(paying, Asset.USDC, DEPOSIT)));
        client.send(Organizations.changeNetworkSettings(NetworkSettingsRequest.of().enabled(true).handle(name)));
        return new Party(name, organization.apiKey(), organization.primaryAccountId(), paying);
    }

    private String register(Party from, Party to) {
        var request = NetworkBeneficiaryRequest.of(from.paying(), to.name(), to.name());
        return from.at(service).send(Beneficiaries.registerNetworkBeneficiary(request)).beneficiaryId();
    }

    /** Each pays one transfer after the other, until the service is gone. */
    private Stream<Thread> start(Party from, String beneficiary) {
        var client = from.at(service);
        return Stream.generate(() -> Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    acknowledged.add(client.send(next(from, beneficiary).request()));
                }
            } catch (ConnectionException e) {
                // The service is gone.
            }
        })).limit(CLIENTS_PER_PARTY);
    }

    private Sent next(Party from, String beneficiary) {
        int number = count.incrementAndGet();
        var note = "Transfer " + number;
        var amount = BigDecimal.valueOf(1_000_000 + number, 6);
        var request = NetworkTransferRequest.of(from.paying(), beneficiary, amount, Asset.USDC).note(note);
        var next = new Sent(from, note, Transactions.transferOverNetwork(request));
        sent.add(next);
        return next;
    }

    /** Who has no answer asks again, and who has one gets the same. */
    private void repeat() {
        var answers = new CopyOnWriteArrayList<NetworkTransfer>();
        sent.forEach(transfer -> answers.add(transfer.by().at(service).send(transfer.request())));
        assertThat(answers).extracting(NetworkTransfer::transactionId).doesNotHaveDuplicates();
        assertThat(answers).containsAll(acknowledged);
    }

    private void assertThatEachHasEndedOnce() {
        var sides = Stream.of(acme, globex).flatMap(this::transfers).toList();
        var paid = sides.stream().filter(TransferCrashIT::isOfTheSender).collect(groupingBy(TransferCrashIT::noteOf));
        var received = sides.stream().filter(side -> !isOfTheSender(side)).collect(groupingBy(TransferCrashIT::noteOf));
        for (var transfer : sent) {
            var status = onlyStatus(paid, transfer);
            assertThat(status).isIn(TransactionStatus.COMPLETED, TransactionStatus.REFUNDED);
            assertThat(onlyStatus(received, transfer))
                    .isEqualTo(status == TransactionStatus.COMPLETED ? TransactionStatus.COMPLETED : TransactionStatus.DECLINED);
        }
        assertThat(paid).hasSameSizeAs(sent);
        assertThat(received).hasSameSizeAs(sent);
        var everything = BigDecimal.ZERO;
        for (var party : List.of(acme, globex)) {
            var left = balance(party, party.paying());
            var arrived = balance(party, party.receiving());
            assertThat(left).isEqualTo(DEPOSIT.subtract(sum(paid, party.paying())));
            assertThat(arrived).isEqualTo(sum(received, party.receiving()));
            everything = everything.add(left).add(arrived);
        }
        assertThat(everything).isEqualTo(DEPOSIT.add(DEPOSIT));
    }

    private Stream<Transaction> transfers(Party party) {
        var query = ListTransactionsQuery.of().type(List.of(TransactionType.NXOSNET_TRANSFER));
        return StreamSupport.stream(party.at(service).list(Transactions.listTransactions(query)).spliterator(), false);
    }

    private static boolean isOfTheSender(Transaction transfer) {
        return transfer.details() instanceof TransactionNetworkTransferDetails;
    }

    private static String noteOf(Transaction transfer) {
        return transfer.description().orElseThrow();
    }

    private static TransactionStatus onlyStatus(Map<String, List<Transaction>> sides, Sent transfer) {
        assertThat(sides.get(transfer.note())).as(transfer.note()).hasSize(1);
        return sides.get(transfer.note()).getFirst().status();
    }

    private static BigDecimal sum(Map<String, List<Transaction>> sides, String account) {
        return sides.values().stream()
                .flatMap(List::stream)
                .filter(side -> side.accountId().equals(account) && side.status() == TransactionStatus.COMPLETED)
                .map(Transaction::amount)
                .reduce(new BigDecimal("0.000000"), BigDecimal::add);
    }

    private BigDecimal balance(Party party, String account) {
        return party.at(service).send(Accounts.getBalance(account, Asset.USDC)).amount();
    }
}
