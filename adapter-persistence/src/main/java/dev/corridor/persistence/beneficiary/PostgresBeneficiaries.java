package dev.corridor.persistence.beneficiary;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresBeneficiaries implements Beneficiaries {

    private final Jdbi jdbi;
    private final BeneficiaryRows rows;

    public PostgresBeneficiaries(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.rows = new BeneficiaryRows(assets);
    }

    @Override
    public Optional<Beneficiary> find(OrganizationId organization, AccountId account, BeneficiaryId id) {
        return new TenantQuery<>(organization, BeneficiaryRows.SELECT, rows)
                .where("beneficiary_id = :id", "id", id.uuid())
                .where("account_id = :account", "account", account.uuid())
                .find(jdbi);
    }

    @Override
    public Page<Beneficiary> page(
            OrganizationId organization, AccountId account, Optional<BeneficiaryType> type, PageRequest<BeneficiaryId> request) {
        var list = new TenantQuery<>(organization, BeneficiaryRows.SELECT, rows)
                .where("account_id = :account", "account", account.uuid())
                .where("status <> 'ARCHIVED'");
        type.ifPresent(wanted -> list.where("type = :type", "type", wanted.name()));
        return list.page(jdbi, "beneficiary_id", request, BeneficiaryId::uuid);
    }
}
