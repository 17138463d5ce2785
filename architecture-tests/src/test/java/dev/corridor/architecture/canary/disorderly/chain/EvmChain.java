package dev.corridor.architecture.canary.disorderly.chain;

public final class EvmChain {}
