package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.webhook.DeliveryWatch;
import dev.corridor.application.webhook.DisableEndpointService;
import dev.corridor.application.webhook.MessageBodies;
import dev.corridor.application.webhook.WebhookDispatcher;
import dev.corridor.application.webhook.port.Courier.Answer;
import dev.corridor.application.webhook.port.Courier.Parcel;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.Redelivery;
import dev.corridor.domain.webhook.RetrySchedule;
import dev.corridor.domain.webhook.WebhookSecret;
import dev.corridor.memory.InMemoryStore;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes of the dispatcher, over ports in memory, with requests that are answered at once or never. */
class WebhookDispatcherTest {

    private static final String HERE = "https://here.example.com";
    private static final String THERE = "https://there.example.com";
    private static final Answer TAKEN = new Answer(AttemptOutcome.DELIVERED, OptionalInt.of(200), "");
    private static final Answer BUSY = new Answer(AttemptOutcome.REFUSED, OptionalInt.of(503), "busy");

    private final SettableClock clock = new SettableClock(NOON);
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryStore store = InMemoryStore.empty(clock, ids);
    private final List<Parcel> sent = new ArrayList<>();
    private final List<Runnable> hanging = new ArrayList<>();
    private final Figures figures = new Figures();
    private Predicate<Parcel> isRefused = parcel -> false;
    private boolean hangs;
    private final WebhookDispatcher dispatcher = new WebhookDispatcher(
            store.events(),
            store.deliveries(),
            new PlainSecrets(),
            this::answer,
            new PlainBodies(),
            new DisableEndpointService(store.registry(), new AuditLog(ids), clock),
            figures,
            ids,
            clock,
            new Random(1),
            this::run);
    private Organization organization;
    private Account account;

    @BeforeEach
    void an_organization_with_an_account() {
        organization = anOrganization();
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        account = anAccountOf(organization);
        store.accounts().add(account);
    }

    private Answer answer(Parcel parcel) {
        sent.add(parcel);
        return isRefused.test(parcel) ? BUSY : TAKEN;
    }

    private void run(Runnable request) {
        if (hangs) {
            hanging.add(request);
        } else {
            request.run();
        }
    }

    @Test
    void an_event_is_sent_to_each_endpoint_that_wants_it_with_the_headers_of_both_vendors() {
        endpoint(HERE);
        endpoint(THERE, EventType.TRANSACTION_STATUS_UPDATED);
        var quote = issue();

        deliver();

        assertThat(sent).singleElement().satisfies(parcel -> {
            assertThat(parcel.url()).isEqualTo(new EndpointUrl(HERE));
            assertThat(parcel.body()).isEqualTo("quote.created " + NOON + " " + quote.id());
            assertThat(parcel.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(parcel.headers().keySet())
                    .containsExactly("svix-id", "svix-timestamp", "svix-signature", "webhook-id", "webhook-timestamp", "webhook-signature",
                            "traceparent");
            assertThat(parcel.headers().get("traceparent"))
                    .matches("00-" + quote.id().toString().substring("quote_".length()) + "-[0-9a-f]{16}-01");
            assertThat(parcel.headers().get("svix-timestamp")).isEqualTo(Long.toString(NOON.getEpochSecond()));
            assertThat(parcel.headers().get("svix-signature"))
                    .isEqualTo(secret("first").sign(MessageId.parse(parcel.headers().get("svix-id")), NOON, parcel.body()));
            assertThat(parcel.headers().get("webhook-signature")).isEqualTo(parcel.headers().get("svix-signature"));
        });
        assertThat(figures.lines).containsExactly("begun PT0S", "DELIVERED");
    }

    @Test
    void for_a_day_after_a_rotation_messages_have_both_signatures() {
        var rotated = endpoint(HERE).rotate(new SealedSecret(secret("second").value()), NOON);
        change(rotated);

        clock.advance(Endpoint.OVERLAP.minusMillis(1));
        issue();
        deliver();
        clock.advance(Duration.ofMillis(1));
        issue();
        deliver();

        assertThat(sent).hasSize(2);
        assertThat(signatures(sent.getFirst())).containsExactly(signature(sent.getFirst(), "second"), signature(sent.getFirst(), "first"));
        assertThat(signatures(sent.getLast())).containsExactly(signature(sent.getLast(), "second"));
    }

    @Test
    void an_endpoint_that_hangs_delays_no_other_and_holds_one_request() {
        endpoint(HERE);
        hangs = true;
        for (int i = 0; i < 10; i++) {
            issue();
        }
        deliver();
        assertThat(hanging).hasSize(1);

        hangs = false;
        endpoint(THERE);
        for (int i = 0; i < 10; i++) {
            issue();
        }
        deliver();

        assertThat(sent).extracting(Parcel::url).hasSize(10).containsOnly(new EndpointUrl(THERE));
    }

    @Test
    void messages_of_a_subject_arrive_in_order_and_those_of_others_do_not_wait() {
        endpoint(HERE);
        var first = issue();
        execute(first);
        var other = issue();
        isRefused = parcel -> parcel.body().contains(first.id().toString());

        deliver();
        isRefused = parcel -> false;
        clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(sent).extracting(Parcel::body)
                .filteredOn(body -> !body.startsWith("transaction"))
                .containsExactly(
                        "quote.created " + NOON + " " + first.id(),
                        "quote.created " + NOON + " " + other.id(),
                        "quote.created " + NOON + " " + first.id(),
                        "quote.executed " + NOON + " " + first.id());
        assertThat(sent.get(0).headers().get("svix-id")).isEqualTo(sent.get(sent.size() - 2).headers().get("svix-id"));
    }

    @Test
    void an_endpoint_that_receives_nothing_for_three_days_is_disabled_with_an_event_for_the_others() {
        var dead = endpoint(HERE);
        endpoint(THERE, EventType.WEBHOOK_ENDPOINT_DISABLED);
        isRefused = parcel -> parcel.url().equals(new EndpointUrl(HERE));
        issue();

        deliver();
        for (int minutes = 0; minutes < RetrySchedule.PATIENCE.plusMinutes(1).toMinutes(); minutes++) {
            clock.advance(Duration.ofMinutes(1));
            deliver();
        }

        assertThat(store.endpoints().find(organization.id(), dead.id()).orElseThrow().isDisabled()).isTrue();
        assertThat(sent).extracting(Parcel::url).filteredOn(new EndpointUrl(HERE)::equals).hasSizeBetween(13, 17);
        assertThat(sent.getLast().url()).isEqualTo(new EndpointUrl(THERE));
        assertThat(sent.getLast().body()).startsWith("webhook_endpoint.disabled").endsWith(dead.id().toString());
        assertThat(figures.lines).contains("gave up").endsWith("DELIVERED");
    }

    @Test
    void a_message_that_is_always_refused_is_given_up_and_the_endpoint_stays_enabled() {
        var endpoint = endpoint(HERE);
        var poison = issue();
        isRefused = parcel -> parcel.body().contains(poison.id().toString());

        deliver();
        for (int hours = 0; hours <= RetrySchedule.PATIENCE.toHours(); hours++) {
            clock.advance(Duration.ofHours(1));
            issue();
            deliver();
        }

        var attempts = store.deliveries().attempts(organization.id(), endpoint.id(), new PageRequest<>(100, Optional.empty())).items();
        assertThat(store.endpoints().find(organization.id(), endpoint.id()).orElseThrow().isDisabled()).isFalse();
        assertThat(attempts).filteredOn(attempt -> attempt.outcome() == AttemptOutcome.REFUSED && attempt.nextAttemptAt().isEmpty()).hasSize(1);
    }

    @Test
    void a_replay_has_the_ids_that_its_messages_have() {
        var endpoint = endpoint(HERE);
        issue();
        clock.advance(Duration.ofMinutes(5));
        var wanted = issue();
        deliver();
        var before = List.copyOf(sent);
        sent.clear();

        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.record(new Redelivery.OfPeriod(endpoint.id(), NOON.plusSeconds(1), NOON.plusSeconds(3_600)));
            return endpoint;
        });
        deliver();

        assertThat(sent).singleElement().satisfies(parcel -> {
            assertThat(parcel.body()).endsWith(wanted.id().toString());
            assertThat(parcel.headers().get("webhook-id")).isEqualTo(before.getLast().headers().get("webhook-id"));
        });
    }

    private void deliver() {
        while (dispatcher.pass()) {
            // There is more.
        }
    }

    private Endpoint endpoint(String url, EventType... types) {
        var terms = new EndpointTerms(new EndpointUrl(url), "", Set.of(types), false);
        var endpoint = Endpoint.create(
                new EndpointId(ids.next()), organization.id(), terms, new SealedSecret(secret("first").value()), clock.instant());
        return store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.add(endpoint);
            return endpoint;
        });
    }

    private void change(Endpoint changed) {
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.replace(changed);
            return changed;
        });
    }

    private Quote issue() {
        var conversion = aLiveQuoteOf(account).conversion();
        var quote = Quote.issue(
                QuoteId.of(ids.next(), account.id()), organization.id(), account.id(), conversion, QuotePolicy.STANDARD.money(), clock.instant());
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(quote);
            return quote;
        });
    }

    private void execute(Quote quote) {
        var executed = quote.execute(clock.instant());
        store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(executed);
            return open.post(aDepositTo(account, usd("1.00")));
        });
    }

    private static WebhookSecret secret(String seed) {
        return WebhookSecret
                .generate((seed + "0".repeat(WebhookSecret.RANDOM_BYTES)).substring(0, WebhookSecret.RANDOM_BYTES).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(Parcel parcel, String seed) {
        var sentAt = Instant.ofEpochSecond(Long.parseLong(parcel.headers().get("svix-timestamp")));
        return secret(seed).sign(MessageId.parse(parcel.headers().get("svix-id")), sentAt, parcel.body());
    }

    private static String[] signatures(Parcel parcel) {
        return parcel.headers().get("svix-signature").split(" ");
    }

    /** Sealed means nothing here. */
    private static final class PlainSecrets implements EndpointSecrets {

        @Override
        public WebhookSecret newSecret() {
            return new WebhookSecret("whsec_" + Base64.getEncoder().encodeToString(new byte[WebhookSecret.RANDOM_BYTES]));
        }

        @Override
        public SealedSecret seal(WebhookSecret secret, EndpointId endpoint) {
            return new SealedSecret(secret.value());
        }

        @Override
        public WebhookSecret open(SealedSecret sealed, EndpointId endpoint) {
            return new WebhookSecret(sealed.value());
        }
    }

    /** Type, time and id. */
    private static final class PlainBodies implements MessageBodies {

        @Override
        public String of(EventType type, Event event) {
            Object subject = switch (event) {
                case Event.QuoteEvent happened -> happened.quote().id();
                case Event.EndpointDisabledEvent happened -> happened.endpoint().id();
                case Event.TransactionEvent happened -> happened.transaction().id();
                case Event.BeneficiaryEvent happened -> happened.beneficiary().id();
                case Event.ApiKeyEvent happened -> happened.key().id();
                case Event.VerificationEvent happened -> happened.organization().id();
            };
            return type + " " + event.happenedAt() + " " + subject;
        }

        @Override
        public String ofTest(Endpoint endpoint, Instant sentAt) {
            return "test " + sentAt + " " + endpoint.id();
        }
    }

    private static final class Figures implements DeliveryWatch {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void attempted(Message message, Attempt attempt) {
            lines.add(attempt.outcome().name());
        }

        @Override
        public void begun(Duration lag) {
            lines.add("begun " + lag);
        }

        @Override
        public void gaveUp() {
            lines.add("gave up");
        }
    }
}
