/**
 * The registry of organizations, their keys, their endpoints of webhooks and the audit log, which change atomically through {@link
 * dev.corridor.application.registry.Registry}. Movements of money go through {@link dev.corridor.application.books.Books}.
 */
package dev.corridor.application.registry;
