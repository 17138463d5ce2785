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
 * What one decision sees of the register and what it records. An implementation of {@link Registry} fills it with what it has locked, lets the
 * decision work on it, and writes the {@link Changes} down. It is used by one thread and forgotten afterwards.
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
     * All that was recorded.
     *
     * @param keys new ones, and what became of others
     */
    public record Changes(
            Optional<Organization> organization, List<ApiKey> keys, List<AuditRecord> records, List<IdempotencyRecord> answers) {}

    /** @param keys those of the organization that are not deleted */
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

    /** Adds a key, or says why there can be no such key. */
    public void add(ApiKey key) {
        keys = keys.add(key);
        changedKeys.add(key);
    }

    /** Records what became of a key, or says why it must stay as it is. */
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
