package dev.corridor.http.api.beneficiary;

import static dev.corridor.http.edge.wire.OptionalText.orEmpty;

import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Bic;
import dev.corridor.domain.beneficiary.Country;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.beneficiary.Iban;
import dev.corridor.domain.beneficiary.RoutingNumber;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

/** The bank account, with its bank and intermediary. */
@Introspected
record BankFields(
        @Required @Text(max = 200) String bankName,
        @Required @OneOf(BankMethod.class) String method,
        @Required @AssetCode String currency,
        @Nullable @Is(Bic.class) String swiftCode,
        @Nullable @Text(max = 34) String accountNumber,
        @Nullable @Is(Iban.class) String iban,
        @Nullable @Is(RoutingNumber.class) String routingNumber,
        @Nullable @Is(Country.class) String bankCountry,
        @Nullable @Text(max = 200) String bankAddressLine1,
        @Nullable @Text(max = 100) String bankCity,
        @Nullable @Text(max = 100) String bankRegion,
        @Nullable @Text(max = 20) String bankZipCode,
        @Nullable @Text(max = 200) String intermediaryBankName,
        @Nullable @Is(Bic.class) String intermediarySwiftCode,
        @Nullable @Text(max = 300) String intermediaryBankAddress) {

    BankAccount toBankAccount(AssetCatalogue assets) {
        return new BankAccount(
                orEmpty(bankName),
                BankMethod.valueOf(method),
                assets.get(currency),
                orEmpty(swiftCode),
                orEmpty(accountNumber),
                orEmpty(iban),
                orEmpty(routingNumber),
                new BankAddress(
                        orEmpty(bankCountry), orEmpty(bankAddressLine1), orEmpty(bankCity), orEmpty(bankRegion), orEmpty(bankZipCode)),
                new IntermediaryBank(orEmpty(intermediaryBankName), orEmpty(intermediarySwiftCode), orEmpty(intermediaryBankAddress)));
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "BankFields[…]";
    }
}
