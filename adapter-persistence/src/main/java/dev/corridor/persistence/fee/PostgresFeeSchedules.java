package dev.corridor.persistence.fee;

import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.audit.AuditRows;
import dev.corridor.persistence.fee.FeeScheduleRows.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresFeeSchedules implements FeeSchedules {

    private final Jdbi jdbi;
    private final FeeScheduleRows rows;

    public PostgresFeeSchedules(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.rows = new FeeScheduleRows(assets);
    }

    @Override
    public Map<FeeKey, FeeSchedule> current(OrganizationId organization, List<FeeKey> keys) {
        var current = new HashMap<FeeKey, FeeSchedule>();
        keys.forEach(key -> current.put(key, FeeSchedule.free(key.asset())));
        var pipeline = new Pipeline();
        rows.find(
                keys.stream().map(key -> new Asked(organization, key)).toList(),
                found -> current.put(found.asked().key(), found.schedule()),
                pipeline);
        jdbi.useHandle(pipeline::run);
        return current;
    }

    @Override
    public List<FeeScheduleVersion> newest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(FeeScheduleRows.SELECT + "order by version desc limit :limit")
                .bind("limit", limit)
                .map(rows.versions())
                .list());
    }

    @Override
    public void add(FeeScheduleVersion version, Optional<AuditRecord> record) {
        var pipeline = new Pipeline();
        FeeScheduleRows.append(version, pipeline);
        AuditRows.append(record.stream().toList(), pipeline);
        jdbi.useTransaction(pipeline::run);
    }
}
