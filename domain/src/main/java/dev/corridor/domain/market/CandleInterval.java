package dev.corridor.domain.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The length of a candle, aligned to UTC: a day begins at midnight. Source: the TickDB contract, intervals of its klines. */
public enum CandleInterval {
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
    THIRTY_MINUTES("30m", Duration.ofMinutes(30)),
    ONE_HOUR("1h", Duration.ofHours(1)),
    FOUR_HOURS("4h", Duration.ofHours(4)),
    ONE_DAY("1d", Duration.ofDays(1));

    private final String text;
    private final Duration length;

    CandleInterval(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    public static Optional<CandleInterval> find(String text) {
        return Arrays.stream(values()).filter(interval -> interval.text.equals(text)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(CandleInterval::toString).toList();
    }

    public Duration length() {
        return length;
    }

    /** When the candle that contains the moment opens. */
    public Instant openingOf(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond() - Math.floorMod(moment.getEpochSecond(), length.toSeconds()));
    }

    @Override
    public String toString() {
        return text;
    }
}
