/**
 * What a client can ask of a payments backend. A use case is an interface with one method and a {@code Command}; its Javadoc says what it
 * does, what it refuses and how it repeats. What it needs from outside stands in the {@code port} package of its feature; the port of all
 * movements of money is {@link dev.corridor.application.books.Books}.
 */
package dev.corridor.application;
