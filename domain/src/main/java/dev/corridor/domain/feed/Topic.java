package dev.corridor.domain.feed;

import dev.corridor.domain.organization.OrganizationId;

/** One organization's events of one kind. Events are ordered within a topic, not across topics. */
public record Topic(OrganizationId organization, EventKind kind) {}
