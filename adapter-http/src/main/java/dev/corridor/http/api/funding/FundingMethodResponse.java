package dev.corridor.http.api.funding;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails.BankReference;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.funding.FundingMethodType;
import dev.corridor.domain.money.Asset;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * A way to pay an account from outside.
 *
 * @param status INACTIVE if another has replaced it; what arrives is credited all the same
 * @param supportedAssets what may be paid in
 * @param details specific to the type
 */
@Serdeable
record FundingMethodResponse(
        @Literal("funding_method") String object,
        @Spells(FundingMethodId.class) String fundingMethodId,
        @Spells(AccountId.class) String accountId,
        @Nullable String name,
        @Spells(FundingMethodType.class) String type,
        @Spells(FundingMethodStatus.class) String status,
        @Spells(Asset.class) List<String> supportedAssets,
        @Spells(DetailsResponse.class) DetailsResponse details,
        @Spells(Instant.class) String createdAt) {

    static FundingMethodResponse of(FundingMethod method) {
        return new FundingMethodResponse(
                "funding_method",
                method.id().toString(),
                method.account().toString(),
                OptionalText.orNull(method.name()),
                method.details().type().name(),
                method.status().name(),
                method.assets().stream().map(Asset::code).toList(),
                switch (method.details()) {
                    case CryptoAddress address -> CryptoAddressDetails.of(address);
                    case BankReference bank -> BankDetails.of(bank);
                },
                Timestamp.format(method.createdAt()));
    }

    /** What only funding methods of a type have. */
    sealed interface DetailsResponse {}

    /** @param chainDisplayName for people */
    @Serdeable
    record CryptoAddressDetails(String address, @Spells(ChainName.class) String chainName, String chainDisplayName) implements DetailsResponse {

        static CryptoAddressDetails of(CryptoAddress address) {
            return new CryptoAddressDetails(address.address(), address.chain().name(), address.chain().displayName());
        }
    }

    /** @param reference what the payer must write, by which the account is credited */
    @Serdeable
    record BankDetails(String accountHolder, String iban, String swiftCode, String reference) implements DetailsResponse {

        static BankDetails of(BankReference bank) {
            return new BankDetails(bank.holder(), bank.iban(), bank.bic(), bank.reference().text());
        }
    }
}
