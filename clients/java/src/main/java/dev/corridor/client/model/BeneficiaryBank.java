package dev.corridor.client.model;

import java.util.Optional;

public record BeneficiaryBank(
        String bankName,
        Optional<String> swiftCode,
        Optional<String> iban,
        Optional<String> bankCountry,
        BankMethod method,
        Asset currency,
        Optional<String> intermediaryBankName,
        Optional<String> intermediarySwiftCode,
        Optional<String> intermediaryBankAddress) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "BeneficiaryBank[confidential]";
    }
}
