package dev.corridor.persistence.beneficiary;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.metadata;
import static dev.corridor.persistence.ColumnTypes.reference;
import static dev.corridor.persistence.ColumnTypes.textOrNull;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.beneficiary.Identity.EntityType;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.ColumnTypes;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps beneficiaries to their table. Columns that a destination does not have are null. */
public final class BeneficiaryRows implements RowMapper<Beneficiary> {

    public static final String SELECT = """
            select beneficiary_id, organization_id, account_id, reference, nickname, status, type, chain, address, handle, receiver,
                bank_name, method, currency, swift_code, account_number, iban, routing_number,
                bank_country, bank_address_line1, bank_city, bank_region, bank_zip_code,
                intermediary_name, intermediary_swift_code, intermediary_address,
                entity_type, label, email, phone_number, first_name, last_name, legal_name, date_of_birth,
                business_name, registration_number, address_line1, address_line2, city, region, zip_code, country,
                tax_id, tax_id_type, tags, created_at, updated_at,
            """
            + ColumnTypes.SELECT_METADATA
            + """
            from beneficiaries
            """;

    private static final BulkInsert<Beneficiary> RECORDING = BulkInsert.<Beneficiary>into("beneficiaries")
            .uuid("beneficiary_id", beneficiary -> beneficiary.id().uuid())
            .uuid("organization_id", beneficiary -> beneficiary.organization().uuid())
            .uuid("account_id", beneficiary -> beneficiary.account().uuid())
            .text("reference", beneficiary -> textOrNull(beneficiary.reference()))
            .text("nickname", Beneficiary::nickname)
            .text("status", beneficiary -> beneficiary.status().name())
            .text("type", beneficiary -> beneficiary.destination().type().name())
            .text("chain", crypto(address -> address.chain().name()))
            .text("address", crypto(CryptoAddress::address))
            .text("handle", beneficiary -> beneficiary.destination() instanceof NetworkParty party ? party.handle().text() : null)
            .uuid("receiver", beneficiary -> beneficiary.destination() instanceof NetworkParty party ? party.organization().uuid() : null)
            .text("bank_name", bank(BankAccount::bankName))
            .text("method", bank(bank -> bank.method().name()))
            .text("currency", bank(bank -> bank.currency().code()))
            .text("swift_code", bank(BankAccount::swiftCode))
            .text("account_number", bank(BankAccount::accountNumber))
            .text("iban", bank(BankAccount::iban))
            .text("routing_number", bank(BankAccount::routingNumber))
            .text("bank_country", bank(bank -> bank.bankAddress().country()))
            .text("bank_address_line1", bank(bank -> bank.bankAddress().line1()))
            .text("bank_city", bank(bank -> bank.bankAddress().city()))
            .text("bank_region", bank(bank -> bank.bankAddress().region()))
            .text("bank_zip_code", bank(bank -> bank.bankAddress().zipCode()))
            .text("intermediary_name", bank(bank -> bank.intermediary().name()))
            .text("intermediary_swift_code", bank(bank -> bank.intermediary().swiftCode()))
            .text("intermediary_address", bank(bank -> bank.intermediary().address()))
            .text("entity_type", identity(identity -> identity.entityType().map(Enum::name).orElse(null)))
            .text("label", identity(Identity::label))
            .text("email", identity(Identity::email))
            .text("phone_number", identity(Identity::phoneNumber))
            .text("first_name", identity(Identity::firstName))
            .text("last_name", identity(Identity::lastName))
            .text("legal_name", identity(Identity::legalName))
            .date("date_of_birth", beneficiary -> beneficiary.identity().dateOfBirth().orElse(null))
            .text("business_name", identity(Identity::businessName))
            .text("registration_number", identity(Identity::registrationNumber))
            .text("address_line1", identity(Identity::addressLine1))
            .text("address_line2", identity(Identity::addressLine2))
            .text("city", identity(Identity::city))
            .text("region", identity(Identity::region))
            .text("zip_code", identity(Identity::zipCode))
            .text("country", identity(Identity::country))
            .text("tax_id", identity(Identity::taxId))
            .text("tax_id_type", identity(Identity::taxIdType))
            .texts("tags", Beneficiary::tags)
            .object("metadata", Beneficiary::metadata)
            .timestamp("created_at", Beneficiary::createdAt)
            .timestamp("updated_at", Beneficiary::updatedAt)
            .onConflict(
                    "beneficiary_id, organization_id",
                    """
                    do update set status = excluded.status, tags = excluded.tags, metadata = excluded.metadata, updated_at = excluded.updated_at
                    """);

    public static final Statement RECORD = RECORDING.statement();

    private final AssetCatalogue assets;

    public BeneficiaryRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Inserts or updates. */
    public static void record(List<Beneficiary> beneficiaries, Statements statements) {
        RECORDING.record(beneficiaries, statements);
    }

    /** A column of crypto addresses, null for other destinations. */
    private static Function<Beneficiary, String> crypto(Function<CryptoAddress, String> column) {
        return beneficiary -> beneficiary.destination() instanceof CryptoAddress address ? column.apply(address) : null;
    }

    /** A column of bank accounts, null for other destinations. */
    private static Function<Beneficiary, String> bank(Function<BankAccount, String> column) {
        return beneficiary -> beneficiary.destination() instanceof BankAccount account ? column.apply(account) : null;
    }

    private static Function<Beneficiary, String> identity(Function<Identity, String> column) {
        return beneficiary -> column.apply(beneficiary.identity());
    }

    @Override
    public Beneficiary map(ResultSet row, StatementContext context) throws SQLException {
        return new Beneficiary(
                new BeneficiaryId(uuid(row, "beneficiary_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new AccountId(uuid(row, "account_id")),
                reference(row, Kind.BENEFICIARY),
                row.getString("nickname"),
                BeneficiaryStatus.valueOf(row.getString("status")),
                destination(row),
                identity(row),
                texts(row, "tags"),
                metadata(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private Destination destination(ResultSet row) throws SQLException {
        return switch (BeneficiaryType.valueOf(row.getString("type"))) {
            case CRYPTO -> new CryptoAddress(ChainName.valueOf(row.getString("chain")), row.getString("address"));
            case BANK -> bankAccount(row);
            case NXOSNET -> new NetworkParty(new NetworkHandle(row.getString("handle")), new OrganizationId(uuid(row, "receiver")));
        };
    }

    private BankAccount bankAccount(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("bank_name"),
                BankMethod.valueOf(row.getString("method")),
                assets.get(row.getString("currency")),
                row.getString("swift_code"),
                row.getString("account_number"),
                row.getString("iban"),
                row.getString("routing_number"),
                new BankAddress(
                        row.getString("bank_country"),
                        row.getString("bank_address_line1"),
                        row.getString("bank_city"),
                        row.getString("bank_region"),
                        row.getString("bank_zip_code")),
                new IntermediaryBank(
                        row.getString("intermediary_name"),
                        row.getString("intermediary_swift_code"),
                        row.getString("intermediary_address")));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                Optional.ofNullable(row.getString("entity_type")).map(EntityType::valueOf),
                row.getString("label"),
                row.getString("email"),
                row.getString("phone_number"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("legal_name"),
                Optional.ofNullable(row.getObject("date_of_birth", LocalDate.class)),
                row.getString("business_name"),
                row.getString("registration_number"),
                row.getString("address_line1"),
                row.getString("address_line2"),
                row.getString("city"),
                row.getString("region"),
                row.getString("zip_code"),
                row.getString("country"),
                row.getString("tax_id"),
                row.getString("tax_id_type"));
    }
}
