package dev.corridor.client.model;

public enum CandleInterval implements Word {
    OF_1M("1m"),
    OF_5M("5m"),
    OF_15M("15m"),
    OF_30M("30m"),
    OF_1H("1h"),
    OF_4H("4h"),
    OF_1D("1d"),
    UNRECOGNIZED("");

    private final String value;

    CandleInterval(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
