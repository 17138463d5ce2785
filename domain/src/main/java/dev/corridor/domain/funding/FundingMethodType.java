package dev.corridor.domain.funding;

/** Source: the NXOS contract, section 1, "Funding methods". */
public enum FundingMethodType {
    CRYPTO_ADDRESS,
    BANK
}
