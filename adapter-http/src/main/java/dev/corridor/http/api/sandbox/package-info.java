/** Endpoints for test keys only: funding, simulated answers of banks and chains, and further organizations. */
package dev.corridor.http.api.sandbox;
