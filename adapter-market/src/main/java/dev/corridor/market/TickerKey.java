package dev.corridor.market;

/** What a ticker API demands of who asks: it goes with each request as {@code Authorization: Bearer}. */
public record TickerKey(String value) {

    public TickerKey {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("a key is visible characters, without spaces");
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
