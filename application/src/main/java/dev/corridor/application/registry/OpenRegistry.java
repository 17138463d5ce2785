package dev.corridor.application.registry;

import dev.corridor.application.idempotency.Answers;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyChange;
import dev.corridor.domain.access.KeyRing;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointList;
import dev.corridor.domain.webhook.Redelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unit of work of one decision on the registry. A {@link Registry} fills it with locked state, runs the decision on it and writes the
 * {@link Changes}. Single-threaded and used once.
 */
public final class OpenRegistry implements Answers {

    private final Optional<IdempotencyRecord> remembered;
    private final List<ChangedKey> changedKeys = new ArrayList<>();
    private final List<Endpoint> changedEndpoints = new ArrayList<>();
    private final List<EndpointId> removedEndpoints = new ArrayList<>();
    private final List<Endpoint> deadEndpoints = new ArrayList<>();
    private final List<Redelivery> redeliveries = new ArrayList<>();
    private final List<NewBatch> newBatches = new ArrayList<>();
    private final List<PayoutBatch> cancelledBatches = new ArrayList<>();
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<IdempotencyRecord> answers = new ArrayList<>();
    private final List<LetterOfAuthorization> changedLetters = new ArrayList<>();
    private final List<Founded> founded = new ArrayList<>();
    private final Map<OrganizationId, LetterOfAuthorization> letters;
    private Optional<ShareToken> redeemed = Optional.empty();
    private Organization organization;
    private boolean organizationChanged;
    private NetworkMember member;
    private boolean memberChanged;
    private boolean verificationChanged;
    private KeyRing keys;
    private EndpointList endpoints;

    /** A key as it is now, and what was done to it: an event. */
    public record ChangedKey(ApiKey key, ApiKeyChange change) {}

    /**
     * A new organization without a key, which its broker acts for.
     *
     * @param letter by which it authorizes the broker
     */
    public record Founded(Organization organization, Account primaryAccount, LetterOfAuthorization letter, AuditRecord record) {}

    /** A batch of payouts that was handed in. */
    public record NewBatch(PayoutBatch batch, List<PayoutBatch.Item> items) {

        public NewBatch {
            items = List.copyOf(items);
        }
    }

    /**
     * The recorded changes.
     *
     * @param verificationReaders if the verification has changed: an event for each of these
     * @param letters new and changed ones
     * @param redeemed a share token, which may be redeemed only once
     * @param keys new and changed ones
     * @param endpoints new and changed ones
     * @param deadEndpoints those among them that were disabled because they receive nothing: an event
     */
    public record Changes(
            Optional<Organization> organization,
            Optional<NetworkMember> member,
            Set<OrganizationId> verificationReaders,
            List<LetterOfAuthorization> letters,
            List<Founded> founded,
            Optional<ShareToken> redeemed,
            List<ChangedKey> keys,
            List<Endpoint> endpoints,
            List<EndpointId> removedEndpoints,
            List<Endpoint> deadEndpoints,
            List<Redelivery> redeliveries,
            List<NewBatch> newBatches,
            List<PayoutBatch> cancelledBatches,
            List<AuditRecord> records,
            List<IdempotencyRecord> answers) {

        /** Whether the organization, or one that acts for it, may do now what it could not, or no longer what it could. */
        public boolean changeStanding() {
            return organization.isPresent() || !letters.isEmpty();
        }
    }

    /**
     * @param letters those that the organization has granted and not revoked
     * @param keys the organization's undeleted keys
     * @param endpoints the organization's endpoints of webhooks
     */
    public OpenRegistry(
            Organization organization,
            NetworkMember member,
            List<LetterOfAuthorization> letters,
            List<ApiKey> keys,
            List<Endpoint> endpoints,
            Optional<IdempotencyRecord> remembered) {
        this.organization = organization;
        this.member = member;
        this.letters = new LinkedHashMap<>();
        letters.forEach(letter -> this.letters.put(letter.authorized(), letter));
        this.keys = new KeyRing(keys);
        this.endpoints = new EndpointList(endpoints);
        this.remembered = remembered;
    }

    public Organization organization() {
        return organization;
    }

    /** The organization as the network knows it. */
    public NetworkMember member() {
        return member;
    }

    public KeyRing keys() {
        return keys;
    }

    /** @throws dev.corridor.domain.error.BusinessException if the key ring refuses the key */
    public void add(ApiKey key) {
        keys = keys.add(key);
        changedKeys.add(new ChangedKey(key, ApiKeyChange.CREATED));
    }

    /** @throws dev.corridor.domain.error.BusinessException if the key ring refuses the change */
    public void replace(ApiKey changed, Principal by, Instant now) {
        var change = ApiKeyChange.between(keys.key(changed.id()), changed);
        keys = keys.replace(changed, by, now);
        changedKeys.add(new ChangedKey(changed, change));
    }

    public EndpointList endpoints() {
        return endpoints;
    }

    /** @throws dev.corridor.domain.error.BusinessException if there are too many */
    public void add(Endpoint endpoint) {
        endpoints = endpoints.add(endpoint);
        changedEndpoints.add(endpoint);
    }

    public void replace(Endpoint changed) {
        endpoints = endpoints.replace(changed);
        changedEndpoints.add(changed);
    }

    /** Replaces an endpoint that was disabled because it receives nothing. */
    public void giveUp(Endpoint disabled) {
        replace(disabled);
        deadEndpoints.add(disabled);
    }

    /** @throws dev.corridor.domain.error.BusinessException if there is no such endpoint */
    public void remove(EndpointId endpoint) {
        endpoints = endpoints.remove(endpoint);
        removedEndpoints.add(endpoint);
    }

    public void record(Redelivery redelivery) {
        redeliveries.add(redelivery);
    }

    public void add(PayoutBatch batch, List<PayoutBatch.Item> items) {
        newBatches.add(new NewBatch(batch, items));
    }

    public void cancel(PayoutBatch batch) {
        cancelledBatches.add(batch);
    }

    /** Letters that waited for the verification take effect with it. */
    public void record(Organization changed) {
        verificationChanged |= changed.verification() != organization.verification();
        organizationChanged |= !changed.equals(organization);
        organization = changed;
        List.copyOf(letters.values()).forEach(letter -> {
            var effective = letter.effectiveFor(changed, changed.updatedAt());
            if (!effective.equals(letter)) {
                record(effective);
            }
        });
    }

    /** The letter that authorizes the other organization, active or pending. */
    public Optional<LetterOfAuthorization> letterTo(OrganizationId authorized) {
        return Optional.ofNullable(letters.get(authorized));
    }

    /** All letters, active or pending. */
    public List<LetterOfAuthorization> letters() {
        return List.copyOf(letters.values());
    }

    /** A new letter, or a changed one. */
    public void record(LetterOfAuthorization letter) {
        if (letter.isRevoked()) {
            letters.remove(letter.authorized());
        } else {
            letters.put(letter.authorized(), letter);
        }
        changedLetters.removeIf(earlier -> earlier.id().equals(letter.id()));
        changedLetters.add(letter);
    }

    /** A customer of this organization. */
    public void found(Founded customer) {
        founded.add(customer);
    }

    /** The decision is refused with {@code share_token_invalid} if the token has been redeemed before, by any organization. */
    public void redeem(ShareToken token) {
        redeemed = Optional.of(token);
    }

    /** The registry refuses a handle that another organization has. */
    public void record(NetworkMember changed) {
        member = changed;
        memberChanged = true;
    }

    public void record(AuditRecord record) {
        records.add(record);
    }

    @Override
    public Optional<IdempotencyRecord> remembered(IdempotencyKey key) {
        return remembered.filter(answer -> answer.key().equals(key));
    }

    @Override
    public void record(IdempotencyRecord answer) {
        answers.add(answer);
    }

    @Override
    public void discard() {
        organizationChanged = false;
        memberChanged = false;
        verificationChanged = false;
        changedLetters.clear();
        founded.clear();
        redeemed = Optional.empty();
        changedKeys.clear();
        changedEndpoints.clear();
        removedEndpoints.clear();
        deadEndpoints.clear();
        redeliveries.clear();
        newBatches.clear();
        records.clear();
        answers.clear();
    }

    private Set<OrganizationId> verificationReaders() {
        var readers = new LinkedHashSet<>(letters.keySet());
        readers.add(organization.id());
        return readers;
    }

    public Changes changes() {
        var changed = organizationChanged ? Optional.of(organization) : Optional.<Organization>empty();
        return new Changes(
                changed,
                memberChanged ? Optional.of(member) : Optional.empty(),
                verificationChanged ? verificationReaders() : Set.of(),
                List.copyOf(changedLetters),
                List.copyOf(founded),
                redeemed,
                List.copyOf(changedKeys),
                List.copyOf(changedEndpoints),
                List.copyOf(removedEndpoints),
                List.copyOf(deadEndpoints),
                List.copyOf(redeliveries),
                List.copyOf(newBatches),
                List.copyOf(cancelledBatches),
                List.copyOf(records),
                List.copyOf(answers));
    }
}
