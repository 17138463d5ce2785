package dev.corridor.client.model;

public record FundingMethodBankDetails(String accountHolder, String iban, String swiftCode, String reference) implements FundingMethodDetails {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "FundingMethodBankDetails[confidential]";
    }
}
