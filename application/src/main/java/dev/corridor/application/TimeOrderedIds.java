package dev.corridor.application;

import java.util.UUID;

/** Generates UUIDs of version 7 (RFC 9562), which sort by creation time. */
@FunctionalInterface
public interface TimeOrderedIds {

    UUID next();
}
