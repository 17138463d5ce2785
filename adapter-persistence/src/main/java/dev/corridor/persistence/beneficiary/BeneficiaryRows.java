package dev.corridor.persistence.beneficiary;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.literal;
import static dev.corridor.persistence.Columns.metadata;
import static dev.corridor.persistence.Columns.texts;
import static dev.corridor.persistence.Columns.uuid;

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
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.beneficiary.Identity.EntityType;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Columns;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Beneficiaries as they stand in their table: the columns of the destination they do not have are null. */
public final class BeneficiaryRows implements RowMapper<Beneficiary> {

    public static final String SELECT =
            """
            select beneficiary_id, organization_id, account_id, nickname, status, type, chain, address,
                bank_name, method, currency, swift_code, account_number, iban, routing_number,
                bank_country, bank_address_line1, bank_city, bank_region, bank_zip_code,
                intermediary_name, intermediary_swift_code, intermediary_address,
                entity_type, label, email, phone_number, first_name, last_name, legal_name, date_of_birth,
                business_name, registration_number, address_line1, address_line2, city, region, zip_code, country,
                tax_id, tax_id_type, tags, created_at, updated_at,
            """
                    + Columns.SELECT_METADATA
                    + """
            from beneficiaries
            """;

    private static final String RECORD =
            """
            insert into beneficiaries
                (beneficiary_id, organization_id, account_id, nickname, status, type, chain, address,
                bank_name, method, currency, swift_code, account_number, iban, routing_number,
                bank_country, bank_address_line1, bank_city, bank_region, bank_zip_code,
                intermediary_name, intermediary_swift_code, intermediary_address,
                entity_type, label, email, phone_number, first_name, last_name, legal_name, date_of_birth,
                business_name, registration_number, address_line1, address_line2, city, region, zip_code, country,
                tax_id, tax_id_type, created_at, updated_at, tags, metadata)
            select beneficiary_id, organization_id, account_id, nickname, status, type, chain, address,
                bank_name, method, currency, swift_code, account_number, iban, routing_number,
                bank_country, bank_address_line1, bank_city, bank_region, bank_zip_code,
                intermediary_name, intermediary_swift_code, intermediary_address,
                entity_type, label, email, phone_number, first_name, last_name, legal_name, date_of_birth,
                business_name, registration_number, address_line1, address_line2, city, region, zip_code, country,
                tax_id, tax_id_type, created_at, updated_at,
                tags::text[], jsonb_object(metadata_keys::text[], metadata_values::text[])
            from unnest(:beneficiaries.id, :beneficiaries.organization, :beneficiaries.account, :beneficiaries.nickname,
                :beneficiaries.status, :beneficiaries.type, :beneficiaries.chain, :beneficiaries.address,
                :beneficiaries.bankName, :beneficiaries.method, :beneficiaries.currency, :beneficiaries.swiftCode,
                :beneficiaries.accountNumber, :beneficiaries.iban, :beneficiaries.routingNumber, :beneficiaries.bankCountry,
                :beneficiaries.bankAddressLine1, :beneficiaries.bankCity, :beneficiaries.bankRegion,
                :beneficiaries.bankZipCode, :beneficiaries.intermediaryName, :beneficiaries.intermediarySwiftCode,
                :beneficiaries.intermediaryAddress, :beneficiaries.entityType, :beneficiaries.label, :beneficiaries.email,
                :beneficiaries.phoneNumber, :beneficiaries.firstName, :beneficiaries.lastName, :beneficiaries.legalName,
                :beneficiaries.dateOfBirth, :beneficiaries.businessName, :beneficiaries.registrationNumber,
                :beneficiaries.addressLine1, :beneficiaries.addressLine2, :beneficiaries.city, :beneficiaries.region,
                :beneficiaries.zipCode, :beneficiaries.country, :beneficiaries.taxId, :beneficiaries.taxIdType,
                :beneficiaries.createdAt, :beneficiaries.updatedAt, :beneficiaries.tags, :beneficiaries.metadataKeys,
                :beneficiaries.metadataValues)
                as recorded (beneficiary_id, organization_id, account_id, nickname, status, type, chain, address,
                bank_name, method, currency, swift_code, account_number, iban, routing_number,
                bank_country, bank_address_line1, bank_city, bank_region, bank_zip_code,
                intermediary_name, intermediary_swift_code, intermediary_address,
                entity_type, label, email, phone_number, first_name, last_name, legal_name, date_of_birth,
                business_name, registration_number, address_line1, address_line2, city, region, zip_code, country,
                tax_id, tax_id_type, created_at, updated_at,
                tags, metadata_keys, metadata_values)
            on conflict (beneficiary_id, organization_id)
            do update set status = excluded.status, updated_at = excluded.updated_at
            """;

    private final AssetCatalogue assets;

    public BeneficiaryRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes new beneficiaries, and the new state of known ones. */
    public static void record(List<Beneficiary> beneficiaries, Pipeline pipeline) {
        var rows = pipeline.update(RECORD, beneficiaries)
                .bind("beneficiaries.id", UUID.class, beneficiary -> beneficiary.id().uuid())
                .bind("beneficiaries.organization", UUID.class, beneficiary -> beneficiary.organization().uuid())
                .bind("beneficiaries.account", UUID.class, beneficiary -> beneficiary.account().uuid())
                .bind("beneficiaries.nickname", String.class, Beneficiary::nickname)
                .bind("beneficiaries.status", String.class, beneficiary -> beneficiary.status().name())
                .bind("beneficiaries.type", String.class, beneficiary -> beneficiary.destination().type().name())
                .bind("beneficiaries.createdAt", Instant.class, Beneficiary::createdAt)
                .bind("beneficiaries.updatedAt", Instant.class, Beneficiary::updatedAt)
                .bind("beneficiaries.tags", String.class, beneficiary -> literal(beneficiary.tags()))
                .bind("beneficiaries.metadataKeys", String.class, beneficiary -> literal(beneficiary.metadata().keySet()))
                .bind("beneficiaries.metadataValues", String.class, beneficiary -> literal(beneficiary.metadata().values()));
        bindDestination(rows);
        bindIdentity(rows);
    }

    private static void bindDestination(Pipeline.Rows<Beneficiary> rows) {
        rows.bind("beneficiaries.chain", String.class, crypto(address -> address.chain().name()))
                .bind("beneficiaries.address", String.class, crypto(CryptoAddress::address))
                .bind("beneficiaries.bankName", String.class, bank(BankAccount::bankName))
                .bind("beneficiaries.method", String.class, bank(bank -> bank.method().name()))
                .bind("beneficiaries.currency", String.class, bank(bank -> bank.currency().code()))
                .bind("beneficiaries.swiftCode", String.class, bank(BankAccount::swiftCode))
                .bind("beneficiaries.accountNumber", String.class, bank(BankAccount::accountNumber))
                .bind("beneficiaries.iban", String.class, bank(BankAccount::iban))
                .bind("beneficiaries.routingNumber", String.class, bank(BankAccount::routingNumber))
                .bind("beneficiaries.bankCountry", String.class, bank(bank -> bank.bankAddress().country()))
                .bind("beneficiaries.bankAddressLine1", String.class, bank(bank -> bank.bankAddress().line1()))
                .bind("beneficiaries.bankCity", String.class, bank(bank -> bank.bankAddress().city()))
                .bind("beneficiaries.bankRegion", String.class, bank(bank -> bank.bankAddress().region()))
                .bind("beneficiaries.bankZipCode", String.class, bank(bank -> bank.bankAddress().zipCode()))
                .bind("beneficiaries.intermediaryName", String.class, bank(bank -> bank.intermediary().name()))
                .bind("beneficiaries.intermediarySwiftCode", String.class, bank(bank -> bank.intermediary().swiftCode()))
                .bind("beneficiaries.intermediaryAddress", String.class, bank(bank -> bank.intermediary().address()));
    }

    /** A column of crypto addresses: null where the destination is another. */
    private static Function<Beneficiary, String> crypto(Function<CryptoAddress, String> column) {
        return beneficiary -> beneficiary.destination() instanceof CryptoAddress address ? column.apply(address) : null;
    }

    /** A column of bank accounts: null where the destination is another. */
    private static Function<Beneficiary, String> bank(Function<BankAccount, String> column) {
        return beneficiary -> beneficiary.destination() instanceof BankAccount account ? column.apply(account) : null;
    }

    private static void bindIdentity(Pipeline.Rows<Beneficiary> rows) {
        rows.bind("beneficiaries.entityType", String.class, identity(identity -> identity.entityType().map(Enum::name).orElse(null)))
                .bind("beneficiaries.label", String.class, identity(Identity::label))
                .bind("beneficiaries.email", String.class, identity(Identity::email))
                .bind("beneficiaries.phoneNumber", String.class, identity(Identity::phoneNumber))
                .bind("beneficiaries.firstName", String.class, identity(Identity::firstName))
                .bind("beneficiaries.lastName", String.class, identity(Identity::lastName))
                .bind("beneficiaries.legalName", String.class, identity(Identity::legalName))
                .bind("beneficiaries.dateOfBirth", LocalDate.class, beneficiary -> beneficiary.identity().dateOfBirth().orElse(null))
                .bind("beneficiaries.businessName", String.class, identity(Identity::businessName))
                .bind("beneficiaries.registrationNumber", String.class, identity(Identity::registrationNumber))
                .bind("beneficiaries.addressLine1", String.class, identity(Identity::addressLine1))
                .bind("beneficiaries.addressLine2", String.class, identity(Identity::addressLine2))
                .bind("beneficiaries.city", String.class, identity(Identity::city))
                .bind("beneficiaries.region", String.class, identity(Identity::region))
                .bind("beneficiaries.zipCode", String.class, identity(Identity::zipCode))
                .bind("beneficiaries.country", String.class, identity(Identity::country))
                .bind("beneficiaries.taxId", String.class, identity(Identity::taxId))
                .bind("beneficiaries.taxIdType", String.class, identity(Identity::taxIdType));
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
