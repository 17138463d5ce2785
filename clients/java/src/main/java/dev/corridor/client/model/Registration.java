package dev.corridor.client.model;

/**
 * @param organizationStatus NOT_APPROVED if the operator must approve it first
 * @param accountId the organization's primary account
 */
public record Registration(User user, String organizationId, OrganizationStatus organizationStatus, String accountId) {}
