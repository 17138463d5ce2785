package dev.corridor.client.model;

/** @param handle the organization's handle when the beneficiary was registered */
public record BeneficiaryNetworkParty(String handle) {}
