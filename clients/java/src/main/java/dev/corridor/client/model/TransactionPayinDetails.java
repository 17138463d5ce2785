package dev.corridor.client.model;

public record TransactionPayinDetails() implements TransactionDetails {}
