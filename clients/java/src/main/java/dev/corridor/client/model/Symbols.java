package dev.corridor.client.model;

import java.util.List;

/** A page of symbols. Source: the TickDB contract, section 1, "Endpoints". */
public record Symbols(List<SymbolsProduct> products, SymbolsPagination pagination) {}
