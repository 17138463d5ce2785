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
import dev.corridor.persistence.NewestFirst;
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
        var where = "where beneficiary_id = :id and organization_id = :organization and account_id = :account";
        return jdbi.withHandle(handle -> handle.createQuery(BeneficiaryRows.SELECT + where)
                .bind("id", id.uuid())
                .bind("organization", organization.uuid())
                .bind("account", account.uuid())
                .map(rows)
                .findOne());
    }

    @Override
    public Page<Beneficiary> page(
            OrganizationId organization, AccountId account, Optional<BeneficiaryType> type, PageRequest<BeneficiaryId> request) {
        var list = new NewestFirst<>(BeneficiaryRows.SELECT, "beneficiary_id", rows)
                .where("organization_id = :organization", "organization", organization.uuid())
                .where("account_id = :account", "account", account.uuid())
                .where("status <> 'ARCHIVED'");
        type.ifPresent(wanted -> list.where("type = :type", "type", wanted.name()));
        return list.page(jdbi, request, BeneficiaryId::uuid);
    }
}
