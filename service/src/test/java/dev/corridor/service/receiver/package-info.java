/** The other end of webhooks. */
package dev.corridor.service.receiver;
