package dev.corridor.application.registry;

import dev.corridor.application.idempotency.Answers;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.KeyRing;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.organization.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unit of work of one decision on the registry. A {@link Registry} fills it with locked state, runs the decision on it and writes the
 * {@link Changes}. Single-threaded and used once.
 */
public final class OpenRegistry implements Answers {

    private final Optional<IdempotencyRecord> remembered;
    private final List<ApiKey> changedKeys = new ArrayList<>();
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<IdempotencyRecord> answers = new ArrayList<>();
    private Organization organization;
    private boolean organizationChanged;
    private KeyRing keys;

    /**
     * The recorded changes.
     *
     * @param keys new and changed ones
     */
    public record Changes(
            Optional<Organization> organization, List<ApiKey> keys, List<AuditRecord> records, List<IdempotencyRecord> answers) {}

    /** @param keys the organization's undeleted keys */
    public OpenRegistry(Organization organization, List<ApiKey> keys, Optional<IdempotencyRecord> remembered) {
        this.organization = organization;
        this.keys = new KeyRing(keys);
        this.remembered = remembered;
    }

    public Organization organization() {
        return organization;
    }

    public KeyRing keys() {
        return keys;
    }

    /** @throws dev.corridor.domain.error.BusinessException if the key ring refuses the key */
    public void add(ApiKey key) {
        keys = keys.add(key);
        changedKeys.add(key);
    }

    /** @throws dev.corridor.domain.error.BusinessException if the key ring refuses the change */
    public void replace(ApiKey changed, Principal by, Instant now) {
        keys = keys.replace(changed, by, now);
        changedKeys.add(changed);
    }

    public void record(Organization changed) {
        organization = changed;
        organizationChanged = true;
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
        changedKeys.clear();
        records.clear();
        answers.clear();
    }

    public Changes changes() {
        var changed = organizationChanged ? Optional.of(organization) : Optional.<Organization>empty();
        return new Changes(changed, List.copyOf(changedKeys), List.copyOf(records), List.copyOf(answers));
    }
}
