/**
 * Webhooks: an organization's endpoints receive its events as signed HTTP requests. An event becomes a {@link
 * dev.corridor.domain.webhook.Message}, a message a delivery for each endpoint that subscribes to its type, and a delivery has attempts until
 * one succeeds or three days have passed.
 */
package dev.corridor.domain.webhook;
