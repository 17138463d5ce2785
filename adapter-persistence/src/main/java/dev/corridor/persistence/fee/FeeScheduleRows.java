package dev.corridor.persistence.fee;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeKey.Service;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps the versions of fee schedules to their table, and finds the one in force. */
public final class FeeScheduleRows {

    /** What an organization asks the price of. */
    public record Asked(OrganizationId organization, FeeKey key) {}

    /** The price that was found. What has none is not in the result. */
    public record Found(Asked asked, FeeSchedule schedule) {}

    /** Joins what is {@code asked}. The organization's newest version, unless it says that the default holds again; then the newest default. */
    public static final String SCHEDULES = """
            left join lateral (
                select fixed, bps from fee_schedules
                where organization_id = asked.organization_id and service = asked.service and asset = asked.asset
                order by version desc
                limit 1
            ) as own_fee on true
            left join lateral (
                select fixed, bps from fee_schedules
                where organization_id is null and service = asked.service and asset = asked.asset
                order by version desc
                limit 1
            ) as general_fee on true
            """;

    private static final String IN_FORCE = """
            select asked.organization_id, asked.service, asked.asset,
                coalesce(own_fee.fixed, general_fee.fixed) as fixed, coalesce(own_fee.bps, general_fee.bps) as bps
            from unnest(?, ?, ?) as asked (organization_id, service, asset)
            %s
            where coalesce(own_fee.fixed, general_fee.fixed) is not null""".formatted(SCHEDULES);

    static final String SELECT = "select organization_id, service, asset, fixed, bps, decided_by, decided_at from fee_schedules ";

    private static final BulkInsert<FeeScheduleVersion> RECORDING = BulkInsert.<FeeScheduleVersion>into("fee_schedules")
            .uuid("organization_id", version -> version.organization().map(OrganizationId::uuid).orElse(null))
            .text("service", version -> version.key().service().name())
            .text("asset", version -> version.key().asset().code())
            .bigint("fixed", version -> version.schedule().map(schedule -> schedule.fixed().units()).orElse(null))
            .integer("bps", version -> version.schedule().map(FeeSchedule::basisPoints).orElse(null))
            .text("decided_by", FeeScheduleVersion::decidedBy)
            .timestamp("decided_at", FeeScheduleVersion::decidedAt)
            .build();

    private final AssetCatalogue assets;

    public FeeScheduleRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public void find(List<Asked> asked, Consumer<Found> found, Pipeline pipeline) {
        pipeline.query(
                IN_FORCE,
                this::found,
                found,
                List.of(
                        ArrayType.UUIDS.of(asked, each -> each.organization().uuid()),
                        ArrayType.TEXTS.of(asked, each -> each.key().service().name()),
                        ArrayType.TEXTS.of(asked, each -> each.key().asset().code())));
    }

    static void append(FeeScheduleVersion version, Pipeline pipeline) {
        RECORDING.record(List.of(version), pipeline);
    }

    private Found found(ResultSet row, StatementContext context) throws SQLException {
        return new Found(new Asked(new OrganizationId(uuid(row, "organization_id")), key(row)), schedule(row));
    }

    RowMapper<FeeScheduleVersion> versions() {
        return (row, context) -> new FeeScheduleVersion(
                Optional.ofNullable(uuid(row, "organization_id")).map(OrganizationId::new),
                key(row),
                row.getObject("fixed") == null ? Optional.empty() : Optional.of(schedule(row)),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    private FeeKey key(ResultSet row) throws SQLException {
        return new FeeKey(Service.valueOf(row.getString("service")), assets.get(row.getString("asset")));
    }

    private FeeSchedule schedule(ResultSet row) throws SQLException {
        return new FeeSchedule(money(row, "fixed", "asset", assets), row.getInt("bps"));
    }
}
