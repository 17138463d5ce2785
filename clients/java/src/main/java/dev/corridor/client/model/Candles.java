package dev.corridor.client.model;

import java.util.List;

public record Candles(String symbol, CandleInterval interval, List<CandlesCandle> klines) {}
