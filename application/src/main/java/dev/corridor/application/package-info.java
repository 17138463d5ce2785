/**
 * The use cases of a payments backend. Each is an interface with one method and a {@code Command}; its Javadoc states effect, errors and
 * idempotency. Each feature keeps its ports in a {@code port} package; all movements of money go through {@link
 * dev.corridor.application.books.Books}.
 */
package dev.corridor.application;
