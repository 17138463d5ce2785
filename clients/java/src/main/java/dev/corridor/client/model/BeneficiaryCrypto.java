package dev.corridor.client.model;

import java.util.Optional;

public record BeneficiaryCrypto(ChainName chainName, Optional<String> chainDisplayName, Optional<ChainNamePlatform> platform, String address) {}
