package dev.corridor.persistence.registry;

import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.registry.OpenRegistry.ChangedKey;
import dev.corridor.application.registry.OpenRegistry.Founded;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationError.ShareTokenInvalid;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.access.ApiKeyRows;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.audit.AuditRows;
import dev.corridor.persistence.delivery.LaneRows;
import dev.corridor.persistence.feed.EventRows;
import dev.corridor.persistence.idempotency.IdempotencyRows;
import dev.corridor.persistence.lane.Refusal;
import dev.corridor.persistence.organization.LetterRows;
import dev.corridor.persistence.organization.NetworkMemberRows;
import dev.corridor.persistence.organization.OrganizationRows;
import dev.corridor.persistence.organization.StandingRows;
import dev.corridor.persistence.transaction.PayoutBatchRows;
import dev.corridor.persistence.webhook.EndpointRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The register on PostgreSQL. Each decision locks the organization's row, so rules over all of its keys hold under concurrency. The same
 * transaction notifies all nodes.
 */
public final class PostgresRegistry implements Registry {

    private static final String REDEEM = """
            insert into redeemed_share_tokens (hash, organization_id)
            values (:hash, :organization)
            on conflict (hash) do nothing
            """;

    private final Jdbi jdbi;
    private final Consumer<OrganizationId> changed;
    private final OrganizationRows organizationRows = new OrganizationRows();
    private final NetworkMemberRows memberRows = new NetworkMemberRows();
    private final LetterRows letterRows = new LetterRows();
    private final ApiKeyRows apiKeyRows = new ApiKeyRows();
    private final EndpointRows endpointRows = new EndpointRows();
    private final IdempotencyRows rememberedRows = new IdempotencyRows();

    public PostgresRegistry(DataSource dataSource) {
        this(dataSource, organization -> {});
    }

    /** @param changed called for this node's own changes, without the delay of a notification */
    public PostgresRegistry(DataSource dataSource, Consumer<OrganizationId> changed) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.changed = changed;
    }

    @Override
    public boolean enrol(Organization organization, ApiKey firstKey, List<AuditRecord> records) {
        var secret = new Pipeline();
        ApiKeyRows.recordSecrets(List.of(firstKey), secret);
        var rest = new Pipeline();
        OrganizationRows.record(List.of(organization), rest);
        ApiKeyRows.record(List.of(firstKey), rest);
        AuditRows.append(records, rest);
        AccessChangeChannel.tell(organization.id(), rest);
        boolean enrolled = jdbi.inTransaction(handle -> {
            secret.run(handle);
            if (!ApiKeyRows.isFoundBySecret(firstKey, handle)) {
                return false;
            }
            rest.run(handle);
            return true;
        });
        changed.accept(organization.id());
        return enrolled;
    }

    /** The books may record a refusal of the same request meanwhile, without this lock. The second attempt sees it. */
    @Override
    public <R> R decide(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision) {
        try {
            return decideOnce(organization, named, decision);
        } catch (UnableToExecuteStatementException e) {
            if (NetworkMemberRows.isHandleTaken(e)) {
                throw NetworkMember.handleTaken();
            } else if (Refusal.of(e) == Refusal.LOST_RACE) {
                return decideOnce(organization, named, decision);
            }
            throw e;
        }
    }

    private <R> R decideOnce(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision) {
        Decided<R> answer = jdbi.inTransaction(handle -> {
            var found = organizationRows.lock(organization, handle)
                    .orElseThrow(() -> new BusinessException(new OrganizationNotFound(organization)));
            var before = remembered(named.stream().toList(), handle);
            if (!before.isEmpty()) {
                // It may be the answer of an attempt that was broken off while it waited for decisions.
                StandingRows.awaitDecisions(organization, handle);
            }
            var open = new OpenRegistry(
                    found,
                    memberRows.get(organization, handle),
                    letterRows.ofOrganization(organization, handle),
                    apiKeyRows.ofOrganization(organization, handle),
                    endpointRows.ofOrganization(organization, handle),
                    before.stream().findAny());
            var decided = decision.apply(open);
            var changes = open.changes();
            changes.redeemed().ifPresent(token -> redeem(token, organization, handle));
            write(open.organization(), changes, before, handle);
            return new Decided<>(decided, changes.changeStanding());
        });
        changed.accept(organization);
        if (answer.changesStanding) {
            jdbi.useTransaction(handle -> StandingRows.awaitDecisions(organization, handle));
        }
        return answer.result;
    }

    private record Decided<R>(R result, boolean changesStanding) {}

    private static void redeem(ShareToken token, OrganizationId organization, Handle handle) {
        var hash = Base64.getEncoder().encodeToString(Sha256.of(token.value().getBytes(StandardCharsets.UTF_8)));
        int redeemed = handle.createUpdate(REDEEM).bind("hash", hash).bind("organization", organization.uuid()).execute();
        if (redeemed == 0) {
            throw new BusinessException(new ShareTokenInvalid());
        }
    }

    private List<IdempotencyRecord> remembered(List<IdempotencyKey> named, Handle handle) {
        var found = new ArrayList<IdempotencyRecord>();
        if (!named.isEmpty()) {
            var pipeline = new Pipeline();
            rememberedRows.find(named, found::add, pipeline);
            pipeline.run(handle);
        }
        return found;
    }

    private static void write(Organization decided, OpenRegistry.Changes changes, List<IdempotencyRecord> before, Handle handle) {
        var pipeline = new Pipeline();
        var organization = decided.id();
        var founded = changes.founded();
        OrganizationRows.record(
                Stream.concat(changes.organization().stream(), founded.stream().map(Founded::organization)).toList(), pipeline);
        AccountRows.record(founded.stream().map(Founded::primaryAccount).toList(), pipeline);
        LetterRows.record(Stream.concat(changes.letters().stream(), founded.stream().map(Founded::letter)).toList(), pipeline);
        NetworkMemberRows.record(changes.member().stream().toList(), pipeline);
        var keys = changes.keys().stream().map(ChangedKey::key).toList();
        ApiKeyRows.record(keys, pipeline);
        ApiKeyRows.recordSecrets(keys, pipeline);
        EndpointRows.record(changes.endpoints(), pipeline);
        EndpointRows.remove(organization, changes.removedEndpoints(), pipeline);
        LaneRows.open(organization, changes.endpoints(), pipeline);
        LaneRows.close(organization, changes.removedEndpoints(), pipeline);
        LaneRows.record(organization, changes.redeliveries(), pipeline);
        PayoutBatchRows.record(changes.newBatches(), pipeline);
        PayoutBatchRows.cancel(changes.cancelledBatches(), pipeline);
        var events = new EventRows();
        changes.keys().forEach(changed -> events.add(changed.key(), changed.change()));
        changes.deadEndpoints().forEach(events::add);
        changes.verificationReaders().forEach(reader -> events.add(reader, decided));
        events.recordByThemselves(pipeline);
        AuditRows.append(Stream.concat(changes.records().stream(), founded.stream().map(Founded::record)).toList(), pipeline);
        if (!pipeline.isEmpty()) {
            AccessChangeChannel.tell(organization, pipeline);
        }
        IdempotencyRows.record(changes.answers(), changes.answers().isEmpty() ? List.of() : before, pipeline);
        pipeline.run(handle);
    }
}
