package dev.corridor.client.model;

public record SymbolsPagination(int limit, int offset, int count, int total) {}
