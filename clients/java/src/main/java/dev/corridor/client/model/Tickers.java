package dev.corridor.client.model;

import java.util.List;

public record Tickers(List<Ticker> tickers) {}
