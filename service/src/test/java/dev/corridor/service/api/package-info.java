/**
 * The whole service over HTTP, on a real PostgreSQL: what its clients see.
 *
 * <p>{@code World} is where a test begins: it has the clock, the database, and {@code Customer}s, who use the API through an
 * {@code ApiClient}. The client holds every {@code Answer} to what is promised of all answers, and every refusal to what the API's
 * description declares, so the tests need not repeat it.
 */
package dev.corridor.service.api;
