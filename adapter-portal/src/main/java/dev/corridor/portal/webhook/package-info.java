/** Endpoints of webhooks, and what came of sending to them. */
package dev.corridor.portal.webhook;
