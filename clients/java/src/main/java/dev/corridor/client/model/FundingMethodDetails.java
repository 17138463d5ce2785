package dev.corridor.client.model;

public sealed interface FundingMethodDetails permits
        FundingMethodCryptoAddressDetails,
        FundingMethodBankDetails {}
