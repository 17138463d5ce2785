package dev.corridor.persistence.organization;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.Standing;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What organizations may do, and who may act for them, as a batch of decisions finds it behind its locks.
 *
 * <p>A decision only reads it: a lock on the organization's row would be taken by every batch of a busy organization, and share locks that overlap can hold
 * up for ever who wants to change it. The change waits instead. It is committed, and then waits for every decision that may have read what was
 * before: each of them has locked an account of the organization, so {@link #awaitDecisions} takes each of these locks once. Decisions that lock later
 * read what is committed. The technique is read-copy-update (P. McKenney, J. Slingwine, "Read-Copy Update: Using Execution History to Solve Concurrency
 * Problems", 1998): the wait is its grace period.
 */
public final class StandingRows implements RowMapper<StandingRows.Found> {

    public static final Statement WITH_BROKERS = Statement.of("""
            select organization_id, status, array(
                select authorized_organization_id
                from letters_of_authorization as letter
                where letter.organization_id = organizations.organization_id and letter.status = 'ACTIVE') as brokers
            from organizations
            where organization_id = any(?)
            """, ArrayType.UUIDS);

    private static final String LOCK_ALL_ACCOUNTS = """
            select count(*)
            from (select account_id from accounts where organization_id = :organization order by account_id for share) as locked
            """;

    public record Found(OrganizationId organization, Standing standing) {}

    /** Reads those of organizations for which brokers act. What others may do comes with the time, see {@link #withoutBrokers}. */
    public void find(Set<OrganizationId> organizations, Consumer<Found> found, Statements statements) {
        if (!organizations.isEmpty()) {
            statements.query(WITH_BROKERS, this, found, ArrayType.UUIDS.of(List.copyOf(organizations), OrganizationId::uuid));
        }
    }

    /** What the organization of a row may do by itself; empty if the row has none. */
    public static Optional<Found> withoutBrokers(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return status == null ? Optional.empty() : Optional.of(found(row, status, Set.of()));
    }

    /**
     * Waits until every decision has ended that has locked an account of the organization. An account that is not visible here was opened by a
     * decision that ended after the change, so what is decided on it reads the change.
     */
    public static void awaitDecisions(OrganizationId organization, Handle handle) {
        handle.createQuery(LOCK_ALL_ACCOUNTS).bind("organization", organization.uuid()).mapTo(Long.class).one();
    }

    @Override
    public Found map(ResultSet row, StatementContext context) throws SQLException {
        var brokers = Stream.of((UUID[]) row.getArray("brokers").getArray()).map(OrganizationId::new).collect(Collectors.toSet());
        return found(row, row.getString("status"), brokers);
    }

    private static Found found(ResultSet row, String status, Set<OrganizationId> brokers) throws SQLException {
        return new Found(new OrganizationId(uuid(row, "organization_id")), new Standing(OrganizationStatus.valueOf(status), brokers));
    }
}
