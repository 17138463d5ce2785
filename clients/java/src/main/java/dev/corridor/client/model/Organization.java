package dev.corridor.client.model;

import java.time.Instant;

/** @param status APPROVED, NOT_APPROVED or CLOSED */
public record Organization(String organizationId, String name, OrganizationStatus status, boolean cryptoPayoutsEnabled, Instant createdAt) {}
