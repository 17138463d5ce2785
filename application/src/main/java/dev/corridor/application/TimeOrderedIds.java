package dev.corridor.application;

import java.util.UUID;

/** Makes identifiers: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
@FunctionalInterface
public interface TimeOrderedIds {

    UUID next();
}
