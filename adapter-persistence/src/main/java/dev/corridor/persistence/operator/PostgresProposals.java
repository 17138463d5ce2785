package dev.corridor.persistence.operator;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Act;
import dev.corridor.domain.operator.Proposal.Decision;
import dev.corridor.domain.operator.Proposal.Outcome;
import dev.corridor.domain.operator.ProposalId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.audit.AuditRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** A change locks the proposal's row. What was proposed cannot be changed. */
public final class PostgresProposals implements Proposals {

    private static final String ADD = """
            insert into proposals (proposal_id, organization_id, act, transaction_id, amount, reason, evidence, proposed_by, proposed_at)
            values (:id, :organization, :act, :transaction, :amount, :reason, :evidence, :by, :at)
            """;

    private static final String PAGE = """
            select * from proposals
            where proposal_id < :after
            order by proposal_id desc
            limit :limit
            """;

    private static final String CHANGE = """
            update proposals
            set decided_by = :by, approves = :approves, decided_at = :at, moved_transaction_id = :moved, refusal = :refusal
            where proposal_id = :id
            """;

    private static final UUID GREATEST = new UUID(-1, -1);

    private final Jdbi jdbi;

    public PostgresProposals(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public void add(Proposal proposal, AuditRecord record) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(ADD)
                    .bind("id", proposal.id().uuid())
                    .bind("organization", proposal.organization().uuid())
                    .bind("act", proposal.act().name())
                    .bind("transaction", proposal.transaction().uuid())
                    .bind("amount", proposal.amount())
                    .bind("reason", proposal.reason())
                    .bind("evidence", proposal.evidence())
                    .bind("by", proposal.proposedBy().value())
                    .bind("at", proposal.proposedAt())
                    .execute();
            append(List.of(record), handle);
        });
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return jdbi.withHandle(handle -> find(id, "", handle));
    }

    @Override
    public Page<Proposal> list(PageRequest<ProposalId> page) {
        return Page.of(jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", page.after().map(ProposalId::uuid).orElse(GREATEST))
                .bind("limit", page.limit() + 1)
                .map(PostgresProposals::proposal)
                .list()), page.limit());
    }

    @Override
    public Proposal change(ProposalId id, Function<Proposal, Change> change) {
        return jdbi.inTransaction(handle -> {
            var before = find(id, "\nfor update", handle).orElseThrow(() -> new IllegalStateException("there is no proposal " + id));
            var changed = change.apply(before);
            write(changed.proposal(), handle);
            append(changed.records(), handle);
            return changed.proposal();
        });
    }

    private static void write(Proposal proposal, Handle handle) {
        handle.createUpdate(CHANGE)
                .bind("id", proposal.id().uuid())
                .bind("by", proposal.decision().map(decided -> decided.by().value()))
                .bind("approves", proposal.decision().map(Decision::approves))
                .bind("at", proposal.decision().map(Decision::at))
                .bind("moved", proposal.outcome()
                        .map(reached -> reached instanceof Outcome.Done done ? done.transaction().uuid() : null))
                .bind("refusal", proposal.outcome().map(reached -> reached instanceof Outcome.Refused refused ? refused.code() : null))
                .execute();
    }

    private static void append(List<AuditRecord> records, Handle handle) {
        var pipeline = new Pipeline();
        AuditRows.append(records, pipeline);
        pipeline.run(handle);
    }

    private static Optional<Proposal> find(ProposalId id, String lock, Handle handle) {
        return handle.createQuery("select * from proposals where proposal_id = :id" + lock)
                .bind("id", id.uuid())
                .map(PostgresProposals::proposal)
                .findOne();
    }

    private static Proposal proposal(ResultSet row, StatementContext context) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Act.valueOf(row.getString("act")),
                new TransactionId(row.getObject("transaction_id", UUID.class)),
                Optional.ofNullable(row.getString("amount")),
                row.getString("reason"),
                row.getString("evidence"),
                new OperatorName(row.getString("proposed_by")),
                instant(row, "proposed_at"),
                decision(row),
                outcome(row));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        var at = optionalInstant(row, "decided_at");
        return at.isPresent()
                ? Optional.of(new Decision(new OperatorName(row.getString("decided_by")), row.getBoolean("approves"), at.get()))
                : Optional.empty();
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        var moved = Optional.ofNullable(row.getObject("moved_transaction_id", UUID.class));
        var refusal = Optional.ofNullable(row.getString("refusal"));
        return moved.<Outcome>map(id -> new Outcome.Done(new TransactionId(id))).or(() -> refusal.map(Outcome.Refused::new));
    }
}
