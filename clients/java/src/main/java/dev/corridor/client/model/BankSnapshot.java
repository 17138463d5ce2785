package dev.corridor.client.model;

import java.util.Optional;

/** The bank account at the time of the payout. */
public record BankSnapshot(String bankName, Optional<String> swiftCode, Optional<String> accountNumber, Optional<String> iban) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "BankSnapshot[confidential]";
    }
}
