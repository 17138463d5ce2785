package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.reference.Reference;
import dev.corridor.http.api.organization.ANetworkHandle;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A beneficiary: one of {@code crypto}, {@code bank} and {@code nxosnet} is present. The account number is never shown.
 *
 * @param reference your own name for it
 */
@Serdeable
public record BeneficiaryResponse(
        @Literal("beneficiary") String object,
        @Spells(BeneficiaryId.class) String beneficiaryId,
        @Spells(AccountId.class) String accountId,
        @Spells(BeneficiaryType.class) String type,
        @Nullable String reference,
        String nickname,
        @Spells(BeneficiaryStatus.class) String status,
        @Nullable @Spells(Identity.EntityType.class) String entityType,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String businessName,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String zipCode,
        @Nullable String country,
        @Nullable CryptoResponse crypto,
        @Nullable BankResponse bank,
        @Nullable NetworkPartyResponse nxosnet,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Instant.class) String createdAt) {

    public static BeneficiaryResponse of(Beneficiary beneficiary) {
        return of(beneficiary, true);
    }

    /** The contract omits chain details in the response to the registration. */
    static BeneficiaryResponse registered(Beneficiary beneficiary) {
        return of(beneficiary, false);
    }

    private static BeneficiaryResponse of(Beneficiary beneficiary, boolean withChain) {
        var identity = beneficiary.identity();
        return new BeneficiaryResponse(
                "beneficiary",
                beneficiary.id().toString(),
                beneficiary.account().toString(),
                beneficiary.destination().type().name(),
                beneficiary.reference().map(Reference::text).orElse(null),
                beneficiary.nickname(),
                beneficiary.status().name(),
                identity.entityType().map(Enum::name).orElse(null),
                OptionalText.orNull(identity.email()),
                OptionalText.orNull(identity.phoneNumber()),
                OptionalText.orNull(identity.firstName()),
                OptionalText.orNull(identity.lastName()),
                OptionalText.orNull(identity.businessName()),
                OptionalText.orNull(identity.addressLine1()),
                OptionalText.orNull(identity.addressLine2()),
                OptionalText.orNull(identity.city()),
                OptionalText.orNull(identity.region()),
                OptionalText.orNull(identity.zipCode()),
                OptionalText.orNull(identity.country()),
                beneficiary.destination() instanceof CryptoAddress crypto ? CryptoResponse.of(crypto, withChain) : null,
                beneficiary.destination() instanceof BankAccount bank ? BankResponse.of(bank) : null,
                beneficiary.destination() instanceof NetworkParty party ? new NetworkPartyResponse(party.handle().text()) : null,
                beneficiary.tags(),
                beneficiary.metadata(),
                Timestamp.format(beneficiary.createdAt()));
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "BeneficiaryResponse[" + beneficiaryId + "]";
    }

    @Serdeable
    record CryptoResponse(@Spells(ChainName.class) String chainName, @Nullable String chainDisplayName,
            @Nullable @Spells(ChainName.Platform.class) String platform, String address) {

        static CryptoResponse of(CryptoAddress crypto, boolean withChain) {
            return new CryptoResponse(
                    crypto.chain().name(),
                    withChain ? crypto.chain().displayName() : null,
                    withChain ? crypto.chain().platform().name() : null,
                    crypto.address());
        }
    }

    /** @param handle the organization's handle when the beneficiary was registered */
    @Serdeable
    record NetworkPartyResponse(@Spells(ANetworkHandle.class) String handle) {}

    @Serdeable
    record BankResponse(
            String bankName,
            @Nullable String swiftCode,
            @Nullable String iban,
            @Nullable String bankCountry,
            @Spells(BankMethod.class) String method,
            @Spells(Asset.class) String currency,
            @Nullable String intermediaryBankName,
            @Nullable String intermediarySwiftCode,
            @Nullable String intermediaryBankAddress) {

        static BankResponse of(BankAccount bank) {
            return new BankResponse(
                    bank.bankName(),
                    OptionalText.orNull(bank.swiftCode()),
                    OptionalText.orNull(bank.iban()),
                    OptionalText.orNull(bank.bankAddress().country()),
                    bank.method().name(),
                    bank.currency().code(),
                    OptionalText.orNull(bank.intermediary().name()),
                    OptionalText.orNull(bank.intermediary().swiftCode()),
                    OptionalText.orNull(bank.intermediary().address()));
        }
    }
}
