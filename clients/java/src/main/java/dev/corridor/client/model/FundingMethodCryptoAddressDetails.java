package dev.corridor.client.model;

public record FundingMethodCryptoAddressDetails(String address, ChainName chainName, String chainDisplayName) implements FundingMethodDetails {}
