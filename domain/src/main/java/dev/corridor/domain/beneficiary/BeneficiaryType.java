package dev.corridor.domain.beneficiary;

/** What kind of destination a beneficiary has. Source: the NXOS contract, section 1, "Beneficiaries". */
public enum BeneficiaryType {
    CRYPTO,
    BANK,
    NXOSNET
}
