package dev.corridor.architecture.canary.orderly.application;

import java.util.List;

public record Page<T>(List<T> items) {}
