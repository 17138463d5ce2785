package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeKey.Service;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;

/** Maps the versions of payout controls to their table. */
final class PayoutControlRows {

    static final String SELECT = """
            select organization_id, service, asset, follows_default, approval_above, most_per_payout, most_per_day, most_per_beneficiary,
                cooling_off_seconds, decided_by, decided_at
            from payout_controls
            """;

    private static final BulkInsert<PayoutControlsVersion> RECORDING = BulkInsert.<PayoutControlsVersion>into("payout_controls")
            .uuid("organization_id", version -> version.organization().map(OrganizationId::uuid).orElse(null))
            .text("service", version -> version.key().service().name())
            .text("asset", version -> version.key().asset().code())
            .bool("follows_default", version -> version.controls().isEmpty())
            .bigint("approval_above", units(PayoutControls::approvalAbove))
            .bigint("most_per_payout", units(PayoutControls::mostPerPayout))
            .bigint("most_per_day", units(PayoutControls::mostPerDay))
            .bigint("most_per_beneficiary", units(PayoutControls::mostPerBeneficiary))
            .bigint("cooling_off_seconds", version -> version.controls().flatMap(PayoutControls::coolingOff).map(Duration::toSeconds).orElse(null))
            .text("decided_by", PayoutControlsVersion::decidedBy)
            .timestamp("decided_at", PayoutControlsVersion::decidedAt)
            .build();

    private final AssetCatalogue assets;

    PayoutControlRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    static void append(PayoutControlsVersion version, Pipeline pipeline) {
        RECORDING.record(List.of(version), pipeline);
    }

    private static Function<PayoutControlsVersion, Long> units(Function<PayoutControls, Optional<Money>> bound) {
        return version -> version.controls().flatMap(bound).map(Money::units).orElse(null);
    }

    RowMapper<PayoutControlsVersion> versions() {
        return (row, context) -> {
            var asset = assets.get(row.getString("asset"));
            return new PayoutControlsVersion(
                    Optional.ofNullable(uuid(row, "organization_id")).map(OrganizationId::new),
                    new FeeKey(Service.valueOf(row.getString("service")), asset),
                    row.getBoolean("follows_default") ? Optional.empty() : Optional.of(controls(row, asset)),
                    row.getString("decided_by"),
                    instant(row, "decided_at"));
        };
    }

    static PayoutControls controls(ResultSet row, Asset asset) throws SQLException {
        return new PayoutControls(
                bound(row, "approval_above", asset),
                bound(row, "most_per_payout", asset),
                bound(row, "most_per_day", asset),
                bound(row, "most_per_beneficiary", asset),
                Optional.ofNullable(row.getObject("cooling_off_seconds", Long.class)).map(Duration::ofSeconds));
    }

    private static Optional<Money> bound(ResultSet row, String column, Asset asset) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(units -> Money.ofUnits(units, asset));
    }
}
