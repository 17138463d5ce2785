package dev.corridor.persistence.organization;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;

/** Maps members of the network to their table. An organization that has never changed its settings has no row. */
public final class NetworkMemberRows implements RowMapper<NetworkMember> {

    /** Nobody pays an organization that is away. */
    private static final String SELECT = "select organization_id, enabled and not " + ResidenceRows.isAway("network_members")
            + " as enabled, handle, shows_name from network_members ";

    private static final String ONE_HANDLE = "network_members_one_handle";

    private static final BulkInsert<NetworkMember> RECORDING = BulkInsert.<NetworkMember>into("network_members")
            .uuid("organization_id", member -> member.organization().uuid())
            .bool("enabled", NetworkMember::enabled)
            .text("handle", member -> member.handle().map(NetworkHandle::text).orElse(null))
            .bool("shows_name", NetworkMember::showsName)
            .onConflict(
                    "organization_id", "do update set enabled = excluded.enabled, handle = excluded.handle, shows_name = excluded.shows_name");

    public NetworkMember get(OrganizationId organization, Handle handle) {
        return handle.createQuery(SELECT + "where organization_id = :organization")
                .bind("organization", organization.uuid())
                .map(this)
                .findOne()
                .orElseGet(() -> NetworkMember.absent(organization));
    }

    Optional<NetworkMember> find(NetworkHandle name, Handle handle) {
        return handle.createQuery(SELECT + "where handle = :handle").bind("handle", name.text()).map(this).findOne();
    }

    /** Inserts or updates. */
    public static void record(List<NetworkMember> members, Pipeline pipeline) {
        RECORDING.record(members, pipeline);
    }

    /** Whether another organization has the handle that was to be written. */
    public static boolean isHandleTaken(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && ONE_HANDLE.equals(refused.getServerErrorMessage().getConstraint());
    }

    @Override
    public NetworkMember map(ResultSet row, StatementContext context) throws SQLException {
        return new NetworkMember(
                new OrganizationId(uuid(row, "organization_id")),
                row.getBoolean("enabled"),
                Optional.ofNullable(row.getString("handle")).map(NetworkHandle::new),
                row.getBoolean("shows_name"));
    }
}
