package dev.corridor.persistence.beneficiary;

import static dev.corridor.persistence.Columns.instant;
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
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

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
                tax_id, tax_id_type, tags, metadata, created_at, updated_at)
            values
                (:id, :organization, :account, :nickname, :status, :type, :chain, :address,
                :bankName, :method, :currency, :swiftCode, :accountNumber, :iban, :routingNumber,
                :bankCountry, :bankAddressLine1, :bankCity, :bankRegion, :bankZipCode,
                :intermediaryName, :intermediarySwiftCode, :intermediaryAddress,
                :entityType, :label, :email, :phoneNumber, :firstName, :lastName, :legalName, :dateOfBirth,
                :businessName, :registrationNumber, :addressLine1, :addressLine2, :city, :region, :zipCode, :country,
                :taxId, :taxIdType, :tags, jsonb_object(:metadataKeys, :metadataValues), :createdAt, :updatedAt)
            on conflict (beneficiary_id, organization_id)
            do update set status = excluded.status, updated_at = excluded.updated_at
            """;

    private final AssetCatalogue assets;

    public BeneficiaryRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes a new beneficiary, or the new state of a known one. */
    public static void record(Beneficiary beneficiary, Handle handle) {
        try (var update = handle.createUpdate(RECORD)) {
            update.bind("id", beneficiary.id().uuid())
                    .bind("organization", beneficiary.organization().uuid())
                    .bind("account", beneficiary.account().uuid())
                    .bind("nickname", beneficiary.nickname())
                    .bind("status", beneficiary.status().name())
                    .bind("type", beneficiary.destination().type().name())
                    .bindArray("tags", String.class, beneficiary.tags())
                    .bindArray("metadataKeys", String.class, beneficiary.metadata().keySet())
                    .bindArray("metadataValues", String.class, beneficiary.metadata().values())
                    .bind("createdAt", beneficiary.createdAt())
                    .bind("updatedAt", beneficiary.updatedAt());
            bind(beneficiary.destination(), update);
            bind(beneficiary.identity(), update);
            update.execute();
        }
    }

    private static void bind(Destination destination, Update update) {
        var crypto = destination instanceof CryptoAddress address ? Optional.of(address) : Optional.<CryptoAddress>empty();
        var bank = destination instanceof BankAccount account ? Optional.of(account) : Optional.<BankAccount>empty();
        update.bind("chain", crypto.map(CryptoAddress::chain).map(Enum::name))
                .bind("address", crypto.map(CryptoAddress::address))
                .bind("bankName", bank.map(BankAccount::bankName))
                .bind("method", bank.map(BankAccount::method).map(Enum::name))
                .bind("currency", bank.map(BankAccount::currency).map(Asset::code))
                .bind("swiftCode", bank.map(BankAccount::swiftCode))
                .bind("accountNumber", bank.map(BankAccount::accountNumber))
                .bind("iban", bank.map(BankAccount::iban))
                .bind("routingNumber", bank.map(BankAccount::routingNumber))
                .bind("bankCountry", bank.map(BankAccount::bankAddress).map(BankAddress::country))
                .bind("bankAddressLine1", bank.map(BankAccount::bankAddress).map(BankAddress::line1))
                .bind("bankCity", bank.map(BankAccount::bankAddress).map(BankAddress::city))
                .bind("bankRegion", bank.map(BankAccount::bankAddress).map(BankAddress::region))
                .bind("bankZipCode", bank.map(BankAccount::bankAddress).map(BankAddress::zipCode))
                .bind("intermediaryName", bank.map(BankAccount::intermediary).map(IntermediaryBank::name))
                .bind("intermediarySwiftCode", bank.map(BankAccount::intermediary).map(IntermediaryBank::swiftCode))
                .bind("intermediaryAddress", bank.map(BankAccount::intermediary).map(IntermediaryBank::address));
    }

    private static void bind(Identity identity, Update update) {
        update.bind("entityType", identity.entityType().map(Enum::name))
                .bind("label", identity.label())
                .bind("email", identity.email())
                .bind("phoneNumber", identity.phoneNumber())
                .bind("firstName", identity.firstName())
                .bind("lastName", identity.lastName())
                .bind("legalName", identity.legalName())
                .bind("dateOfBirth", identity.dateOfBirth())
                .bind("businessName", identity.businessName())
                .bind("registrationNumber", identity.registrationNumber())
                .bind("addressLine1", identity.addressLine1())
                .bind("addressLine2", identity.addressLine2())
                .bind("city", identity.city())
                .bind("region", identity.region())
                .bind("zipCode", identity.zipCode())
                .bind("country", identity.country())
                .bind("taxId", identity.taxId())
                .bind("taxIdType", identity.taxIdType());
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
