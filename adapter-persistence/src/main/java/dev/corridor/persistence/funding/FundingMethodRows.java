package dev.corridor.persistence.funding;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.funding.FundingDetails.BankReference;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps funding methods to their table. */
final class FundingMethodRows implements RowMapper<FundingMethod> {

    static final String SELECT = """
            select funding_method_id, organization_id, account_id, name, type, status, assets, chain, address, bank, holder, iban, bic, reference, created_at
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
            .text("rail", method -> method.details().rail())
            .text("chain", column("chain"))
            .text("address", column("address"))
            .text("bank", column("bank"))
            .text("holder", column("holder"))
            .text("iban", column("iban"))
            .text("bic", column("bic"))
            .text("reference", column("reference"))
            .timestamp("created_at", FundingMethod::createdAt)
            .build();

    private final AssetCatalogue assets;

    FundingMethodRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    static void add(List<FundingMethod> methods, Pipeline pipeline) {
        ADDING.record(methods, pipeline);
    }

    private static Function<FundingMethod, String> column(String name) {
        return method -> columns(method.details()).get(name);
    }

    /** What each kind of details has in columns of its own; those of others are null. */
    static Map<String, String> columns(FundingDetails details) {
        var columns = new HashMap<String, String>();
        List.of("chain", "address", "bank", "holder", "iban", "bic", "reference").forEach(name -> columns.put(name, null));
        switch (details) {
            case CryptoAddress crypto -> {
                columns.put("chain", crypto.chain().name());
                columns.put("address", crypto.address());
            }
            case BankReference bank -> {
                columns.put("bank", bank.bank());
                columns.put("holder", bank.holder());
                columns.put("iban", bank.iban());
                columns.put("bic", bank.bic());
                columns.put("reference", bank.reference().text());
            }
        }
        return columns;
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
            case BANK -> new BankReference(
                    row.getString("bank"),
                    row.getString("holder"),
                    row.getString("iban"),
                    row.getString("bic"),
                    new CreditorReference(row.getString("reference")));
        };
    }
}
