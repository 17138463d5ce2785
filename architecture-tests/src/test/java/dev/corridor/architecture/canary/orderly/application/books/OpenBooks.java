package dev.corridor.architecture.canary.orderly.application.books;

public final class OpenBooks {}
