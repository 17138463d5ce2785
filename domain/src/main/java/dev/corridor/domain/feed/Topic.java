package dev.corridor.domain.feed;

import dev.corridor.domain.organization.OrganizationId;

/** The events of one kind that one organization is told of. They have an order; events of different topics need none. */
public record Topic(OrganizationId organization, EventKind kind) {}
