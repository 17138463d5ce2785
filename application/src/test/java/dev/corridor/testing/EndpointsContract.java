package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anEndpointOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.PageRequest;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointList;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.WebhookError.WebhookEndpointLimitReached;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Endpoints}, and of the registry that changes them. */
public abstract class EndpointsContract extends StoreContract {

    @Test
    void an_endpoint_is_found_as_it_was_added_and_changed() {
        var added = anEndpointOf(organization, Set.of(EventType.QUOTE_CREATED, EventType.TRANSACTION_STATUS_UPDATED));
        decide(open -> open.add(added));
        assertThat(store.endpoints().find(organization.id(), added.id())).hasValue(added);

        var terms = new EndpointTerms(new EndpointUrl("https://example.com:8443/other"), "", Set.of(), true);
        var changed = added.change(terms, NOON.plusSeconds(1)).rotate(new SealedSecret("fresh"), NOON.plusSeconds(2));
        decide(open -> open.replace(changed));

        assertThat(store.endpoints().find(organization.id(), added.id())).hasValue(changed);
    }

    @Test
    void a_removed_endpoint_is_gone_for_good() {
        var endpoint = anEndpointOf(organization);
        decide(open -> open.add(endpoint));

        decide(open -> open.remove(endpoint.id()));

        assertThat(store.endpoints().find(organization.id(), endpoint.id())).isEmpty();
        assertThat(store.endpoints().page(organization.id(), PageRequest.first()).items()).isEmpty();
        assertThatThrownBy(() -> decide(open -> open.remove(endpoint.id())))
                .isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.error()).isEqualTo(new NotFound("Webhook endpoint")));
    }

    @Test
    void they_are_listed_from_the_newest_to_the_oldest() {
        var endpoints = Stream.generate(() -> anEndpointOf(organization))
                .limit(2)
                .sorted(Comparator.comparing(endpoint -> endpoint.id().toString()))
                .toList();
        decide(open -> endpoints.forEach(open::add));

        var newest = endpoints.getLast();
        var page = store.endpoints().page(organization.id(), new PageRequest<>(1, Optional.empty()));
        var rest = store.endpoints().page(organization.id(), new PageRequest<>(1, Optional.of(newest.id())));

        assertThat(page.items()).containsExactly(newest);
        assertThat(rest.items()).containsExactly(endpoints.getFirst());
    }

    @Test
    void an_organization_has_a_limited_number() {
        for (int i = 0; i < EndpointList.MAX_ENDPOINTS; i++) {
            decide(open -> open.add(anEndpointOf(organization)));
        }

        assertThatThrownBy(() -> decide(open -> open.add(anEndpointOf(organization))))
                .isInstanceOfSatisfying(
                        BusinessException.class, refused -> assertThat(refused.error()).isEqualTo(new WebhookEndpointLimitReached()));
    }

    @Test
    void that_one_was_given_up_is_told_as_an_event() {
        var endpoint = anEndpointOf(organization);
        decide(open -> open.add(endpoint));
        var disabled = endpoint.disable(NOON.plusSeconds(1));
        decide(open -> open.giveUp(disabled));

        var topic = new Topic(organization.id(), EventKind.WEBHOOK_ENDPOINT);
        assertThat(store.events().read(List.of(topic), 0, store.events().horizon(organization.id()), 10))
                .extracting(event -> ((EndpointDisabledEvent) event).endpoint())
                .containsExactly(disabled);
    }

    private Endpoint decide(Consumer<OpenRegistry> change) {
        return store.registry().decide(organization.id(), Optional.empty(), open -> {
            change.accept(open);
            return null;
        });
    }
}
