/**
 * Tests of the whole service over HTTP, on a real PostgreSQL.
 *
 * <p>Tests start with a {@code World}: it has the clock, the database, and {@code Customer}s, who use an {@code ApiClient}. The client
 * checks every {@code Answer} against the rules for all responses, and every refusal against OpenAPI, so tests need not.
 */
package dev.corridor.service.api;
