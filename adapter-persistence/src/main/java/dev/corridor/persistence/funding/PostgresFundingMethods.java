package dev.corridor.persistence.funding;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresFundingMethods implements FundingMethods {

    private static final String BY_ADDRESS = FundingMethodRows.SELECT + "where chain = :chain and address = :address";

    private final Jdbi jdbi;
    private final FundingMethodRows rows;

    public PostgresFundingMethods(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.on(dataSource);
        this.rows = new FundingMethodRows(assets);
    }

    @Override
    public void add(FundingMethod method) {
        var adding = new Pipeline();
        FundingMethodRows.add(List.of(method), adding);
        jdbi.useHandle(adding::run);
    }

    @Override
    public Optional<FundingMethod> find(OrganizationId organization, FundingMethodId id) {
        return of(organization).where("funding_method_id = :id", "id", id.uuid()).find(jdbi);
    }

    @Override
    public List<FundingMethod> active(OrganizationId organization, List<AccountId> accounts) {
        return of(organization)
                .whereAny("account_id = any(:accounts)", "accounts", UUID.class, accounts.stream().map(AccountId::uuid).toList())
                .where("status = 'ACTIVE'")
                .list(jdbi, "account_id, funding_method_id");
    }

    @Override
    public Optional<FundingMethod> findByAddress(ChainName chain, String address) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_ADDRESS)
                .bind("chain", chain.name())
                .bind("address", address)
                .map(rows)
                .findOne());
    }

    private TenantQuery<FundingMethod> of(OrganizationId organization) {
        return new TenantQuery<>(organization, FundingMethodRows.SELECT, rows);
    }
}
