package dev.corridor.http.api.beneficiary;

import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.Bic;
import dev.corridor.http.edge.validation.CountryCode;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Iban;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.PastDate;
import dev.corridor.http.edge.validation.PhoneNumber;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.RoutingNumber;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

@Introspected
@ReachableBankAccount
record BankBeneficiaryRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @Text(max = 100) String nickname,
        @Required @Text(max = 200) String bankName,
        @Required @OneOf({"WIRE", "SEPA", "ACH"}) String method,
        @Required @AssetCode String currency,
        @Nullable @Bic String swiftCode,
        @Nullable @Text(max = 34) String accountNumber,
        @Nullable @Iban String iban,
        @Nullable @RoutingNumber String routingNumber,
        @Nullable @CountryCode String bankCountry,
        @Nullable @Text(max = 200) String bankAddressLine1,
        @Nullable @Text(max = 100) String bankCity,
        @Nullable @Text(max = 100) String bankRegion,
        @Nullable @Text(max = 20) String bankZipCode,
        @Nullable @Text(max = 200) String intermediaryBankName,
        @Nullable @Bic String intermediarySwiftCode,
        @Nullable @Text(max = 300) String intermediaryBankAddress,
        @Nullable @Text(max = 100) String label,
        @Nullable @OneOf({"INDIVIDUAL", "BUSINESS"}) String entityType,
        @Nullable @Email String email,
        @Nullable @PhoneNumber String phoneNumber,
        @Nullable @Text(max = 100) String firstName,
        @Nullable @Text(max = 100) String lastName,
        @Nullable @Text(max = 200) String legalName,
        @Nullable @PastDate String dateOfBirth,
        @Nullable @Text(max = 200) String businessName,
        @Nullable @Text(max = 100) String registrationNumber,
        @Nullable @Text(max = 200) String addressLine1,
        @Nullable @Text(max = 200) String addressLine2,
        @Nullable @Text(max = 100) String city,
        @Nullable @Text(max = 100) String region,
        @Nullable @Text(max = 20) String zipCode,
        @Nullable @CountryCode String country,
        @Nullable @Text(max = 50) String taxId,
        @Nullable @OneOf({"SSN", "TIN"}) String taxIdType,
        @Nullable @Tags List<String> tags,
        @Nullable @Metadata Map<String, String> metadata)
        implements JsonRequest, IdentityFields {

    RegisterBeneficiary.Command toCommand(Caller caller, AssetCatalogue assets, Once<Beneficiary> once) {
        return new RegisterBeneficiary.Command(
                caller,
                AccountId.parse(accountId),
                nickname,
                toBankAccount(assets),
                toIdentity(),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata),
                once);
    }

    /** Whether the texts that the rest hangs on can be read at all. */
    boolean namesMethodAndCurrency(AssetCatalogue assets) {
        return method != null
                && currency != null
                && Arrays.stream(BankMethod.values()).anyMatch(known -> known.name().equals(method))
                && assets.find(currency).isPresent();
    }

    BankAccount toBankAccount(AssetCatalogue assets) {
        return new BankAccount(
                bankName,
                BankMethod.valueOf(method),
                assets.get(currency),
                OptionalText.orEmpty(swiftCode),
                OptionalText.orEmpty(accountNumber),
                OptionalText.orEmpty(iban),
                OptionalText.orEmpty(routingNumber),
                new BankAddress(
                        OptionalText.orEmpty(bankCountry),
                        OptionalText.orEmpty(bankAddressLine1),
                        OptionalText.orEmpty(bankCity),
                        OptionalText.orEmpty(bankRegion),
                        OptionalText.orEmpty(bankZipCode)),
                new IntermediaryBank(
                        OptionalText.orEmpty(intermediaryBankName),
                        OptionalText.orEmpty(intermediarySwiftCode),
                        OptionalText.orEmpty(intermediaryBankAddress)));
    }

    /** All of it is personal data. */
    @Override
    public String toString() {
        return "BankBeneficiaryRequest[" + accountId + "]";
    }
}
