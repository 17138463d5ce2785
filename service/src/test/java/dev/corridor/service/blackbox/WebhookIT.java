package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.ConnectionException;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Webhooks;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.EndpointRequest;
import dev.corridor.client.model.EventType;
import dev.corridor.service.Await;
import dev.corridor.service.receiver.WebhookReceiver;
import dev.corridor.service.receiver.WebhookReceiver.Received;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the service, an endpoint receives every event, and those that it receives twice under one id. */
@Timeout(600)
class WebhookIT {

    private static final int CLIENTS = 4;
    private static final int EVENTS_BEFORE_THE_END = 200;

    @TempDir
    private Path directory;

    @Test
    void nothing_is_missing_and_ids_are_stable_when_the_service_is_killed() throws Exception {
        var corridor = Corridor.in(directory);
        var granted = ConcurrentHashMap.<String>newKeySet();
        try (var receiver = new WebhookReceiver(); var service = corridor.serve()) {
            service.api().send(Webhooks.createWebhookEndpoint(EndpointRequest.of(receiver.url()).eventTypes(List.of(EventType.QUOTE_CREATED))));
            for (int i = 0; i < CLIENTS; i++) {
                Thread.ofVirtual().start(() -> issueQuotes(service, granted));
            }
            Await.until("the endpoint is busy", () -> receiver.received().size() > EVENTS_BEFORE_THE_END);

            service.kill();

            try (var next = corridor.serve()) {
                issueQuotes(next, granted, EVENTS_BEFORE_THE_END);
                Await.until("every quote that was granted is told of", () -> told(receiver).containsAll(granted));
                var ids = receiver.received().stream()
                        .collect(Collectors.groupingBy(WebhookIT::quote, Collectors.mapping(Received::id, Collectors.toSet())));
                assertThat(ids.values()).allSatisfy(of -> assertThat(of).hasSize(1));
                assertThat(receiver.received().stream().map(Received::id).distinct()).hasSize(ids.size());
                System.out.printf("%s events, %s messages of them more than once%n", ids.size(), receiver.received().size() - ids.size());
            }
        }
    }

    private static Set<String> told(WebhookReceiver receiver) {
        return receiver.received().stream().map(WebhookIT::quote).collect(Collectors.toSet());
    }

    private static String quote(Received message) {
        return message.data().path("quoteId").asText();
    }

    private static void issueQuotes(Serving service, Set<String> granted) {
        try {
            issueQuotes(service, granted, Integer.MAX_VALUE);
        } catch (ConnectionException gone) {
            assertThat(gone).isNotNull();
        }
    }

    private static void issueQuotes(Serving service, Set<String> granted, int most) {
        var client = service.api().attempts(4);
        var quote = CreateQuoteRequest.of(service.printedAccount(), Asset.USD, Asset.USDC).fromAmount(BigDecimal.ONE);
        for (int i = 0; i < most; i++) {
            granted.add(client.send(Quotes.createQuote(quote)).quoteId());
        }
    }
}
