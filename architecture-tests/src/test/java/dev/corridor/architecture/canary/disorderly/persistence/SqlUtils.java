package dev.corridor.architecture.canary.disorderly.persistence;

final class SqlUtils {}
