package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLetterOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.PageRequest;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.registry.OpenRegistry.Founded;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterFilter.Role;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.LetterStatus;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.AuthorizationRequired;
import dev.corridor.domain.organization.OrganizationError.ShareTokenInvalid;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.OrganizationType;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.domain.transaction.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of letters of authorization and of verifications: how the registry keeps them, how {@link
 * dev.corridor.application.organization.port.Letters} shows them, and that the books act on them as they are at the decision.
 */
public abstract class LettersContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(1);

    private Organization broker;

    @BeforeEach
    void a_broker() {
        broker = stored(anOrganization());
    }

    @Test
    void a_customer_is_founded_as_a_whole() {
        var customer = Organization.childOf(
                broker.id(), anOrganization().id(), "Initech", OrganizationType.INDIVIDUAL, true, Map.of("crm", "7"), NOON);
        var letter = aLetterOf(customer, broker);
        var primary = anAccountOf(customer);
        var record = aRecordOf(customer, "organization.created", NOON);

        decide(broker, open -> open.found(new Founded(customer, primary, letter, record)));

        assertThat(store.organizations().find(customer.id())).contains(customer);
        assertThat(store.accounts().find(customer.id(), primary.id())).contains(primary);
        assertThat(store.letters().find(customer.id(), broker.id())).contains(letter);
    }

    @Test
    void a_letter_takes_effect_when_it_is_signed_and_its_organization_is_verified() {
        var customer = stored(anOrganization().withVerification(VerificationStatus.PENDING, NOON));
        var letter = aLetterOf(customer, broker);
        decide(customer, open -> open.record(letter.signed(NOON)));
        assertThat(store.letters().find(customer.id(), broker.id())).map(LetterOfAuthorization::status).contains(LetterStatus.PENDING);

        decide(customer, open -> open.record(open.organization().withVerification(VerificationStatus.APPROVED, LATER)));

        assertThat(store.letters().find(customer.id(), broker.id())).contains(letter.signed(NOON).effectiveFor(organization, LATER));
    }

    @Test
    void a_revoked_letter_stays_and_another_one_may_follow_it() {
        var first = anActiveLetter();
        var revoked = first.revoked("They have left.", LATER);
        decide(organization, open -> open.record(revoked));
        assertThat(store.letters().find(organization.id(), broker.id())).isEmpty();
        var second = anActiveLetter();

        assertThat(store.letters().find(organization.id(), broker.id())).contains(second);
        assertThat(page(organization.id(), LetterFilter.ALL)).containsExactly(second, revoked);
    }

    @Test
    void letters_are_listed_to_both_of_their_parties() {
        var letter = anActiveLetter();

        assertThat(page(organization.id(), of(Role.GRANTER, LetterStatus.ACTIVE))).containsExactly(letter);
        assertThat(page(organization.id(), of(Role.AUTHORIZED, LetterStatus.ACTIVE))).isEmpty();
        assertThat(page(broker.id(), of(Role.AUTHORIZED, LetterStatus.ACTIVE))).containsExactly(letter);
        assertThat(page(broker.id(), of(Role.AUTHORIZED, LetterStatus.REVOKED))).isEmpty();
        assertThat(page(broker.id(), LetterFilter.ALL)).containsExactly(letter);
        assertThat(page(stored(anOrganization()).id(), LetterFilter.ALL)).isEmpty();
    }

    @Test
    void letters_come_in_pages_from_the_newest_to_the_oldest() {
        var letters = new ArrayList<LetterOfAuthorization>();
        for (int i = 0; i < 3; i++) {
            var letter = aLetterOf(organization, stored(anOrganization()));
            decide(organization, open -> open.record(letter));
            letters.addFirst(letter);
        }

        var first = store.letters().page(organization.id(), LetterFilter.ALL, new PageRequest<>(2, Optional.empty()));
        assertThat(first.items()).containsExactlyElementsOf(letters.subList(0, 2));
        assertThat(first.hasMore()).isTrue();
        var rest = store.letters().page(organization.id(), LetterFilter.ALL, new PageRequest<>(2, Optional.of(letters.get(1).id())));
        assertThat(rest.items()).containsExactly(letters.getLast());
        assertThat(rest.hasMore()).isFalse();
    }

    @Test
    void a_share_token_is_redeemed_once_by_whichever_organization() {
        var token = new ShareToken("share-" + UUID.randomUUID());
        decide(organization, open -> open.redeem(token));

        assertRefused(() -> decide(broker, open -> open.redeem(token)), new ShareTokenInvalid());
    }

    @Test
    void pending_verifications_are_found_in_the_order_of_their_ids() {
        var pending = stored(anOrganization().withVerification(VerificationStatus.PENDING, NOON));
        var another = stored(anOrganization().withVerification(VerificationStatus.PENDING, NOON));

        var found = store.organizations().pendingVerification(Optional.empty(), 1_000);
        assertThat(found).contains(pending, another).doesNotContain(organization).isSortedAccordingTo(
                (one, other) -> one.id().toString().compareTo(other.id().toString()));
        var last = found.getLast();
        assertThat(store.organizations().pendingVerification(Optional.of(last.id()), 1_000)).isEmpty();
    }

    @Test
    void a_verification_is_told_to_the_organization_and_to_its_brokers() {
        decide(organization, open -> open.record(aLetterOf(organization, broker)));

        decide(organization, open -> open.record(open.organization().withVerification(VerificationStatus.ON_HOLD, LATER)));

        for (var reader : List.of(organization, broker)) {
            var topic = new Topic(reader.id(), EventKind.ORGANIZATION);
            assertThat(store.events().read(List.of(topic), 0, Long.MAX_VALUE, 10))
                    .extracting(event -> ((VerificationEvent) event).organization())
                    .containsExactly(organization.withVerification(VerificationStatus.ON_HOLD, LATER));
        }
    }

    @Test
    void the_books_refuse_a_broker_whose_letter_is_not_active_at_the_decision() {
        var acting = ofKey(broker).onBehalfOf(organization);
        assertRefused(() -> deposit(acting), new AuthorizationRequired(organization.id()));
        var letter = anActiveLetter();
        assertThat(deposit(acting).organization()).isEqualTo(organization.id());

        decide(organization, open -> open.record(letter.revoked("", LATER)));

        assertRefused(() -> deposit(acting), new AuthorizationRequired(organization.id()));
    }

    @Test
    void the_books_refuse_an_organization_that_is_not_approved_at_the_decision() {
        var caller = ofKey(organization);
        assertThat(deposit(caller).organization()).isEqualTo(organization.id());

        for (var status : List.of(OrganizationStatus.NOT_APPROVED, OrganizationStatus.CLOSED)) {
            decide(organization, open -> open.record(open.organization().withStatus(status, LATER)));
            assertRefused(() -> deposit(caller), new ClientInactive());
        }
        assertThat(deposit(Operator.actingFor(organization.id(), Environment.SANDBOX)).organization()).isEqualTo(organization.id());
    }

    private static void assertRefused(ThrowingCallable request, BusinessError expected) {
        assertThatThrownBy(request).isInstanceOfSatisfying(
                BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }

    private static Caller ofKey(Organization owner) {
        return Caller.withFullAccess(owner.id(), new ApiKeyId(UUID.randomUUID()), Environment.SANDBOX);
    }

    private Transaction deposit(Caller caller) {
        return store.books().decide(Subjects.account(caller, account.id()), open -> open.post(aDepositTo(open.account(account.id()), usd("1.00"))));
    }

    private LetterOfAuthorization anActiveLetter() {
        var letter = aLetterOf(organization, broker).signed(NOON).effectiveFor(organization, NOON);
        decide(organization, open -> open.record(letter));
        return letter;
    }

    private static LetterFilter of(Role role, LetterStatus status) {
        return new LetterFilter(Optional.of(role), Optional.of(status));
    }

    private List<LetterOfAuthorization> page(OrganizationId party, LetterFilter filter) {
        return store.letters().page(party, filter, PageRequest.first()).items();
    }

    private Organization decide(Organization decided, Consumer<OpenRegistry> change) {
        return store.registry().decide(decided.id(), Optional.empty(), open -> {
            change.accept(open);
            return open.organization();
        });
    }
}
