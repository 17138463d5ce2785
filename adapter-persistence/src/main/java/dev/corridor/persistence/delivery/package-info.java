/** What has been and is to be delivered to the endpoints of webhooks. */
package dev.corridor.persistence.delivery;
