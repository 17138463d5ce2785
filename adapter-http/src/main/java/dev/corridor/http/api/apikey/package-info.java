/** Endpoints for managing API keys. Separate from {@code http.access}, on which all resources depend, including this one. */
package dev.corridor.http.api.apikey;
