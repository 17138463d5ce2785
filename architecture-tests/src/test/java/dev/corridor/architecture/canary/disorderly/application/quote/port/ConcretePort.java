package dev.corridor.architecture.canary.disorderly.application.quote.port;

public final class ConcretePort {}
