package dev.corridor.http.api.beneficiary;

import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.ChainAddress;
import dev.corridor.http.edge.validation.CountryCode;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.KnownChain;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.PastDate;
import dev.corridor.http.edge.validation.PhoneNumber;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

@Introspected
@ChainAddress(chain = "chainName", address = "address")
record CryptoBeneficiaryRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @Text(max = 100) String nickname,
        @Required @KnownChain String chainName,
        @Required @Text(max = 100) String address,
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

    RegisterBeneficiary.Command toCommand(Caller caller, Once<Beneficiary> once) {
        var chain = ChainName.find(chainName, caller.environment()).orElseThrow();
        return new RegisterBeneficiary.Command(
                caller,
                AccountId.parse(accountId),
                nickname,
                new CryptoAddress(chain, address),
                toIdentity(),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata),
                once);
    }

    /** All of it is personal data. */
    @Override
    public String toString() {
        return "CryptoBeneficiaryRequest[" + accountId + "]";
    }
}
