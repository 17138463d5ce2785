package dev.corridor.client.model;

import java.util.List;

public record MarketTrades(String symbol, List<MarketTrade> trades) {}
