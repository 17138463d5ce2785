/** The HTTP API: maps requests to use cases, and results and errors to responses. */
package dev.corridor.http;
