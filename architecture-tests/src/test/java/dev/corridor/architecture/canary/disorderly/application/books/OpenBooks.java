package dev.corridor.architecture.canary.disorderly.application.books;

public final class OpenBooks {}
