package dev.corridor.persistence.feed;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.access.AccessChangeChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * WebSocket connections as rows, with a lease of their node. The limit per holder is checked under an advisory lock named after the holder,
 * because users and keys have no common row to lock.
 */
public final class PostgresConnections implements Connections {

    private static final String COUNT_ALONE = "select pg_advisory_xact_lock(hashtextextended(:holder, 1))";

    private static final String LEASE = "now() + make_interval(secs => " + LEASE_SECONDS + ")";

    private static final String OPEN = """
            insert into connections (connection_id, organization_id, holder, node, address, subscriptions, opened_at, leased_until)
            select :id, :organization, :holder, :node, :address, 0, :openedAt, %s
            where (select count(*) from connections where holder = :holder and leased_until > now()) < :limit
            """
            .formatted(LEASE);

    private static final String SUBSCRIBE = """
            update connections
            set subscriptions = subscriptions + :more
            where connection_id = :id and organization_id = :organization
                and (select sum(subscriptions) from connections where holder = :holder and leased_until > now()) + :more <= :limit
            """;

    private static final String UNSUBSCRIBE = """
            update connections
            set subscriptions = subscriptions - :fewer
            where connection_id = :id and organization_id = :organization
            """;

    private static final String END = "delete from connections where connection_id = :id and organization_id = :organization";

    private static final String QUESTION_ENDS = "now() + make_interval(secs => " + QUESTION_SECONDS + ")";

    /** A lease that ends so soon is questioned, since nodes renew theirs long before. */
    private static final String IS_QUESTIONED = "leased_until > now() and leased_until <= " + QUESTION_ENDS;

    private static final String QUESTION = """
            update connections
            set leased_until = %s
            where holder = :holder and organization_id = :organization and leased_until > %1$s
            returning connection_id
            """
            .formatted(QUESTION_ENDS);

    private static final String ANY_QUESTIONED = "select exists (select from connections where holder = :holder and organization_id = :organization and "
            + IS_QUESTIONED + ")";

    private static final String CONFIRM = "update connections set leased_until = " + LEASE
            + " where connection_id = :id and organization_id = :organization and leased_until > now()";

    private static final String HOLD = """
            update connections
            set leased_until = case when %s then leased_until else %s end
            where node = :node and connection_id = any(:open)
            returning connection_id
            """
            .formatted(IS_QUESTIONED, LEASE);

    /** Expired leases no longer count. After a database outage, five minutes let the nodes renew theirs. */
    private static final String FORGET_THE_DEAD = "delete from connections where leased_until < now() - interval '5 minutes'";

    private static final String SELECT = """
            select connection_id, organization_id, holder, address, subscriptions, opened_at
            from connections
            """;

    private final Jdbi jdbi;

    public PostgresConnections(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public boolean open(Connection connection, UUID node, int limit) {
        return jdbi.inTransaction(handle -> {
            countAlone(connection, handle);
            return handle.createUpdate(OPEN)
                    .bind("id", connection.id().uuid())
                    .bind("organization", connection.organization().uuid())
                    .bind("holder", connection.holder())
                    .bind("node", node)
                    .bind("address", connection.from().toString())
                    .bind("openedAt", connection.openedAt())
                    .bind("limit", limit)
                    .execute() == 1;
        });
    }

    @Override
    public void question(Connection newcomer) {
        jdbi.useTransaction(handle -> {
            var questioned = handle.createQuery(QUESTION)
                    .bind("holder", newcomer.holder())
                    .bind("organization", newcomer.organization().uuid())
                    .mapTo(UUID.class)
                    .map(ConnectionId::new)
                    .list();
            var pipeline = new Pipeline();
            AccessChangeChannel.question(questioned, pipeline);
            pipeline.run(handle);
        });
    }

    @Override
    public boolean isQuestioned(Connection newcomer) {
        return jdbi.withHandle(handle -> handle.createQuery(ANY_QUESTIONED)
                .bind("holder", newcomer.holder())
                .bind("organization", newcomer.organization().uuid())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public boolean confirm(Connection connection) {
        return jdbi.withHandle(handle -> handle.createUpdate(CONFIRM)
                .bind("id", connection.id().uuid())
                .bind("organization", connection.organization().uuid())
                .execute() == 1);
    }

    @Override
    public boolean subscribe(Connection connection, int more, int limit) {
        return jdbi.inTransaction(handle -> {
            countAlone(connection, handle);
            return handle.createUpdate(SUBSCRIBE)
                    .bind("id", connection.id().uuid())
                    .bind("organization", connection.organization().uuid())
                    .bind("holder", connection.holder())
                    .bind("more", more)
                    .bind("limit", limit)
                    .execute() == 1;
        });
    }

    private static void countAlone(Connection connection, Handle handle) {
        handle.createQuery(COUNT_ALONE).bind("holder", connection.holder()).mapTo(String.class).one();
    }

    @Override
    public void unsubscribe(Connection connection, int fewer) {
        jdbi.useHandle(handle -> handle.createUpdate(UNSUBSCRIBE)
                .bind("id", connection.id().uuid())
                .bind("organization", connection.organization().uuid())
                .bind("fewer", fewer)
                .execute());
    }

    @Override
    public void end(Connection connection) {
        jdbi.useHandle(handle -> handle.createUpdate(END)
                .bind("id", connection.id().uuid())
                .bind("organization", connection.organization().uuid())
                .execute());
    }

    @Override
    public Set<ConnectionId> hold(UUID node, Set<ConnectionId> open) {
        return jdbi.withHandle(handle -> {
            var held = handle.createQuery(HOLD)
                    .bind("node", node)
                    .bindArray("open", UUID.class, open.stream().map(ConnectionId::uuid).toList())
                    .mapTo(UUID.class)
                    .map(ConnectionId::new)
                    .set();
            handle.execute(FORGET_THE_DEAD);
            return held;
        });
    }

    @Override
    public Page<Connection> page(OrganizationId organization, PageRequest<ConnectionId> request) {
        return new TenantQuery<>(organization, SELECT, PostgresConnections::connection)
                .where("leased_until > now()")
                .page(jdbi, "connection_id", request, ConnectionId::uuid);
    }

    @Override
    public boolean close(OrganizationId organization, ConnectionId id) {
        return jdbi.inTransaction(handle -> {
            boolean wasOpen = handle.createUpdate(END + " and leased_until > now()")
                    .bind("id", id.uuid())
                    .bind("organization", organization.uuid())
                    .execute() == 1;
            if (wasOpen) {
                var pipeline = new Pipeline();
                AccessChangeChannel.tell(id, pipeline);
                pipeline.run(handle);
            }
            return wasOpen;
        });
    }

    private static Connection connection(ResultSet row, StatementContext context) throws SQLException {
        return new Connection(
                new ConnectionId(uuid(row, "connection_id")),
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("holder"),
                IpAddress.parse(row.getString("address")),
                row.getInt("subscriptions"),
                instant(row, "opened_at"));
    }
}
