package dev.corridor.domain.beneficiary;

/** What kind of destination a beneficiary has. */
public enum BeneficiaryType {
    CRYPTO,
    BANK
}
