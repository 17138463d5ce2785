package dev.corridor.persistence.webhook;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.Endpoint.FormerSecret;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps endpoints to their table. */
public final class EndpointRows implements RowMapper<Endpoint> {

    public static final String COLUMNS = """
            webhook_endpoints.endpoint_id, webhook_endpoints.organization_id, url, description, event_types, is_disabled, secret, former_secret,
            former_signs_until, created_at, updated_at
            """;

    public static final String SELECT = "select " + COLUMNS + "from webhook_endpoints\n";

    private static final BulkInsert<Endpoint> RECORDING = BulkInsert.<Endpoint>into("webhook_endpoints")
            .uuid("endpoint_id", endpoint -> endpoint.id().uuid())
            .uuid("organization_id", endpoint -> endpoint.organization().uuid())
            .text("url", endpoint -> endpoint.terms().url().value())
            .text("description", endpoint -> endpoint.terms().description())
            .texts("event_types", endpoint -> endpoint.terms().eventTypes().stream().map(EventType::toString).toList())
            .bool("is_disabled", endpoint -> endpoint.terms().disabled())
            .text("secret", endpoint -> endpoint.secret().value())
            .text("former_secret", endpoint -> endpoint.former().map(former -> former.secret().value()).orElse(null))
            .timestamp("former_signs_until", endpoint -> endpoint.former().map(FormerSecret::signsUntil).orElse(null))
            .timestamp("created_at", Endpoint::createdAt)
            .timestamp("updated_at", Endpoint::updatedAt)
            .onConflict(
                    "endpoint_id, organization_id",
                    """
                    do update
                    set url = excluded.url, description = excluded.description, event_types = excluded.event_types,
                        is_disabled = excluded.is_disabled, secret = excluded.secret, former_secret = excluded.former_secret,
                        former_signs_until = excluded.former_signs_until, updated_at = excluded.updated_at
                    """);

    /** What was removed stays, for the events that tell of it. */
    static final String IS_THERE = "not is_removed";

    private static final String REMOVE = "update webhook_endpoints set is_removed = true where endpoint_id = any(?) and organization_id = any(?)";

    /** Inserts or updates. */
    public static void record(List<Endpoint> endpoints, Pipeline pipeline) {
        RECORDING.record(endpoints, pipeline);
    }

    public static void remove(OrganizationId organization, List<EndpointId> endpoints, Pipeline pipeline) {
        if (!endpoints.isEmpty()) {
            pipeline.update(
                    REMOVE, ArrayType.UUIDS.of(endpoints, EndpointId::uuid), ArrayType.UUIDS.of(List.of(organization), OrganizationId::uuid));
        }
    }

    public List<Endpoint> ofOrganization(OrganizationId organization, Handle handle) {
        return new TenantQuery<>(organization, SELECT, this).where(IS_THERE).list(handle);
    }

    @Override
    public Endpoint map(ResultSet row, StatementContext context) throws SQLException {
        return new Endpoint(
                new EndpointId(uuid(row, "endpoint_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new EndpointTerms(
                        new EndpointUrl(row.getString("url")),
                        row.getString("description"),
                        texts(row, "event_types").stream().map(EventType::parse).collect(Collectors.toSet()),
                        row.getBoolean("is_disabled")),
                new SealedSecret(row.getString("secret")),
                former(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Optional<FormerSecret> former(ResultSet row) throws SQLException {
        var sealed = row.getString("former_secret");
        return optionalInstant(row, "former_signs_until").map(until -> new FormerSecret(new SealedSecret(sealed), until));
    }
}
