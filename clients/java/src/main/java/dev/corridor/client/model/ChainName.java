package dev.corridor.client.model;

public enum ChainName implements Word {
    ETHEREUM_MAINNET("ETHEREUM_MAINNET"),
    ARBITRUM_ONE("ARBITRUM_ONE"),
    BASE_MAINNET("BASE_MAINNET"),
    BSC_MAINNET("BSC_MAINNET"),
    SOLANA_MAINNET("SOLANA_MAINNET"),
    TRON_MAINNET("TRON_MAINNET"),
    ETHEREUM_SEPOLIA("ETHEREUM_SEPOLIA"),
    ARBITRUM_SEPOLIA("ARBITRUM_SEPOLIA"),
    BASE_SEPOLIA("BASE_SEPOLIA"),
    BSC_TESTNET("BSC_TESTNET"),
    SOLANA_DEVNET("SOLANA_DEVNET"),
    TRON_NILE("TRON_NILE"),
    UNRECOGNIZED("");

    private final String value;

    ChainName(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
