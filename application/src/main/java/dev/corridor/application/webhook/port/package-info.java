/** Ports of webhooks. */
package dev.corridor.application.webhook.port;
