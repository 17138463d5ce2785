/** Endpoints of webhooks, and what is delivered to them. */
package dev.corridor.persistence.webhook;
