/**
 * Webhooks. Use cases manage an organization's endpoints; {@link dev.corridor.application.webhook.WebhookDispatcher} turns events into messages and
 * delivers them.
 */
package dev.corridor.application.webhook;
