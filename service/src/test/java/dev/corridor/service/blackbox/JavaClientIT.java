package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.client.Channel;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Webhook;
import dev.corridor.client.api.Accounts;
import dev.corridor.client.api.ApiKeys;
import dev.corridor.client.api.Feeds;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.api.Webhooks;
import dev.corridor.client.model.Account;
import dev.corridor.client.model.ApiKeyRequest;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ConversionRequest;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.EndpointRequest;
import dev.corridor.client.model.ErrorCode;
import dev.corridor.client.model.EventType;
import dev.corridor.client.model.FaultyField;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.OpenAccountRequest;
import dev.corridor.client.model.Outcome;
import dev.corridor.client.model.Permission;
import dev.corridor.client.model.Quote;
import dev.corridor.client.model.Retry;
import dev.corridor.client.model.SignatureFormat;
import dev.corridor.client.model.Transaction;
import dev.corridor.client.model.TransactionTradeDetails;
import dev.corridor.client.model.TransactionType;
import dev.corridor.service.Await;
import dev.corridor.service.receiver.WebhookReceiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java client, with the packaged service. */
@Timeout(600)
class JavaClientIT {

    @TempDir
    private static Path directory;

    private static Serving service;
    private static CorridorClient corridor;
    private static String account;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        service = Corridor.in(directory).serve();
        corridor = service.api();
        account = service.printedAccount();
    }

    @AfterAll
    static void end() throws InterruptedException {
        service.close();
    }

    @Test
    void a_refusal_has_its_consequences_and_the_faulty_members() {
        var refusal = catchThrowableOfType(CorridorException.class, () -> corridor.send(Quotes.createQuote(quoteOf("0"))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_APPLIED);
        assertThat(refusal.retry()).isEqualTo(Retry.NEW_REQUEST);
        assertThat(refusal.requestId()).matches("req_[0-9a-f]{32}");
        assertThat(refusal.errors()).extracting(FaultyField::pointer).containsExactly("#/fromAmount");
    }

    @Test
    void a_request_that_is_sent_twice_takes_effect_once() {
        var request = Sandbox.deposit(DepositRequest.of(account, Asset.EUR, new BigDecimal("1.00")));

        assertThat(corridor.send(request)).isEqualTo(corridor.send(request));
    }

    @Test
    void what_may_be_sent_again_is_sent_as_often_as_wished() {
        var request = Accounts.openAccount(OpenAccountRequest.of("Later")).header("Corridor-Sandbox-Trigger", "internal_error");

        var failure = catchThrowableOfType(CorridorException.class, () -> corridor.attempts(2).send(request));

        assertThat(failure.retry()).isEqualTo(Retry.SAME_REQUEST);
        assertThat(failure.idempotencyKey()).isEqualTo(request.idempotencyKey());
    }

    @Test
    void a_list_goes_over_its_pages() {
        for (var name : List.of("One", "Two", "Three")) {
            corridor.send(Accounts.openAccount(OpenAccountRequest.of(name)));
        }

        var accounts = corridor.list(Accounts.listAccounts().pageSize(2));

        assertThat(accounts).map(Account::name).map(name -> name.orElse("")).contains("One", "Two", "Three", "Primary");
    }

    @Test
    void filters_are_written_as_the_service_reads_them_and_details_have_the_type_of_their_transaction() {
        var conversion = ConversionRequest.of(account, Asset.USD, Asset.USDC, new BigDecimal("10.00")).slippageBps(50).metadata(Map.of("shop", "7"));
        var trade = corridor.send(Quotes.convert(conversion));

        var found = corridor.list(Transactions.listTransactions(ListTransactionsQuery.of()
                .type(List.of(TransactionType.TRADE, TransactionType.ADJUSTMENT))
                .metadata(Map.of("shop", "7"))));

        assertThat(found).singleElement()
                .extracting(Transaction::details)
                .isInstanceOfSatisfying(TransactionTradeDetails.class, details -> assertThat(details.quoteId()).isEqualTo(trade.quoteId()));
    }

    @Test
    void requests_of_a_key_with_signatures_are_signed() {
        var permissions = List.of(Permission.ACCOUNTS_READ, Permission.ACCOUNTS_WRITE, Permission.FEED_READ, Permission.TRANSACTIONS_READ);
        var key = corridor.send(ApiKeys.createApiKey(
                ApiKeyRequest.of("Signed " + UUID.randomUUID(), permissions).signatureFormat(SignatureFormat.CORRIDOR)));
        var signed = corridor.signedKey(key.secret().orElseThrow(), key.signingSecret().orElseThrow());

        var names = List.of("Señor A", "Señor B", "Señor C").parallelStream()
                .map(name -> signed.send(Accounts.openAccount(OpenAccountRequest.of(name))).name().orElseThrow())
                .toList();

        assertThat(names).containsExactly("Señor A", "Señor B", "Señor C");
        try (var feed = signed.follow(Channel.TRANSACTIONS, 0)) {
            assertThat(feed.iterator().hasNext()).isTrue();
        }
    }

    @Test
    void the_feed_goes_on_where_it_was_when_the_service_was_killed(@TempDir Path ofItsOwn) throws Exception {
        var restartable = Corridor.in(ofItsOwn).with("CORRIDOR_PORT", Integer.toString(freePort()));
        var first = restartable.serve();
        try (var feed = first.api().follow(Channel.TRANSACTIONS, 0)) {
            var events = feed.iterator();
            var before = events.next();

            first.kill();
            try (var second = restartable.serve()) {
                var deposit = DepositRequest.of(second.printedAccount(), Asset.EUR, new BigDecimal("1.00"));
                var last = second.api().send(Sandbox.deposit(deposit)).transactionId();

                long sequence = before.sequence();
                var event = events.next();
                while (!event.data().transactionId().equals(last)) {
                    assertThat(event.sequence()).isEqualTo(++sequence);
                    event = events.next();
                }
                assertThat(event.sequence()).isEqualTo(sequence + 1);
            }
        } finally {
            first.close();
        }
    }

    @Test
    void a_feed_that_is_closed_ends_its_reader() throws Exception {
        var feed = corridor.follow(Channel.QUOTES);
        var reader = Thread.ofVirtual().start(() -> feed.forEach(event -> {}));
        Await.until("it has connected", () -> corridor.list(Feeds.listConnections()).iterator().hasNext());

        feed.close();

        reader.join();
    }

    @Test
    void a_webhooks_message_is_verified_and_read() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var endpoint = corridor.send(Webhooks.createWebhookEndpoint(
                    EndpointRequest.of(receiver.url()).eventTypes(List.of(EventType.QUOTE_CREATED))));
            var secret = corridor.send(Webhooks.getWebhookEndpointSecret(endpoint.id())).key();
            var quote = corridor.send(Quotes.createQuote(quoteOf("10.00")));
            Await.until("the message has come", () -> !receiver.received().isEmpty());
            var received = receiver.received().get(0);
            var headers = Map.of("webhook-id", received.id(), "webhook-timestamp", received.timestamp(), "webhook-signature", received.signature());

            var message = Webhook.of(secret).verify(received.text().getBytes(StandardCharsets.UTF_8), headers::get);

            assertThat(message.id()).isEqualTo(received.id());
            assertThat(message.type()).isEqualTo(EventType.QUOTE_CREATED);
            assertThat(message.data(Quote.class)).isEqualTo(quote);
        }
    }

    private static CreateQuoteRequest quoteOf(String amount) {
        return CreateQuoteRequest.of(account, Asset.USD, Asset.USDC).fromAmount(new BigDecimal(amount));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
