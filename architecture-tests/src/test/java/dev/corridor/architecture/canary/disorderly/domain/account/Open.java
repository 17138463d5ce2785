package dev.corridor.architecture.canary.disorderly.domain.account;

public class Open {}
