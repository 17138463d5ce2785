package dev.corridor.client.model;

public enum DispatchReason implements Word {
    UNAVAILABLE("UNAVAILABLE"),
    NO_ANSWER("NO_ANSWER"),
    WALLET_SHORT("WALLET_SHORT"),
    FEE_TOO_HIGH("FEE_TOO_HIGH"),
    ASSET_NOT_CONNECTED("ASSET_NOT_CONNECTED"),
    REFUSED("REFUSED"),
    FAILED("FAILED"),
    DISPLACED("DISPLACED"),
    UNWRITABLE("UNWRITABLE"),
    FAULT("FAULT"),
    UNRECOGNIZED("");

    private final String value;

    DispatchReason(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
