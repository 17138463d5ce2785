package dev.corridor.client.model;

public enum Asset implements Word {
    USD("USD"),
    EUR("EUR"),
    USDC("USDC"),
    USDT("USDT"),
    BTC("BTC"),
    ETH("ETH"),
    UNRECOGNIZED("");

    private final String value;

    Asset(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
