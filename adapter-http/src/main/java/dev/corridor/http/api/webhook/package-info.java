/** Webhooks: endpoints, what was sent to them, and the bodies of messages. */
package dev.corridor.http.api.webhook;
