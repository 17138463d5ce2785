package dev.corridor.persistence.funding;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.funding.FundingMethodType;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps funding methods to their table. */
final class FundingMethodRows implements RowMapper<FundingMethod> {

    static final String SELECT = """
            select funding_method_id, organization_id, account_id, name, type, status, assets, chain, address, created_at
            from funding_methods
            """;

    private static final BulkInsert<FundingMethod> ADDING = BulkInsert.<FundingMethod>into("funding_methods")
            .uuid("funding_method_id", method -> method.id().uuid())
            .uuid("organization_id", method -> method.organization().uuid())
            .uuid("account_id", method -> method.account().uuid())
            .text("name", FundingMethod::name)
            .text("type", method -> method.details().type().name())
            .text("status", method -> method.status().name())
            .texts("assets", method -> method.assets().stream().map(Asset::code).toList())
            .text("chain", of(CryptoAddress.class, address -> address.chain().name()))
            .text("address", of(CryptoAddress.class, CryptoAddress::address))
            .timestamp("created_at", FundingMethod::createdAt)
            .build();

    private final AssetCatalogue assets;

    FundingMethodRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    static void add(List<FundingMethod> methods, Pipeline pipeline) {
        ADDING.record(methods, pipeline);
    }

    /** A column of one kind of details, null for others. */
    private static <D extends FundingDetails> Function<FundingMethod, String> of(Class<D> kind, Function<D, String> column) {
        return method -> kind.isInstance(method.details()) ? column.apply(kind.cast(method.details())) : null;
    }

    @Override
    public FundingMethod map(ResultSet row, StatementContext context) throws SQLException {
        return new FundingMethod(
                new FundingMethodId(uuid(row, "funding_method_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                row.getString("name"),
                FundingMethodStatus.valueOf(row.getString("status")),
                texts(row, "assets").stream().map(assets::get).toList(),
                details(row),
                instant(row, "created_at"));
    }

    private static FundingDetails details(ResultSet row) throws SQLException {
        return switch (FundingMethodType.valueOf(row.getString("type"))) {
            case CRYPTO_ADDRESS -> new CryptoAddress(ChainName.valueOf(row.getString("chain")), row.getString("address"));
            case BANK -> throw new IllegalStateException("nothing makes a BANK");
        };
    }
}
