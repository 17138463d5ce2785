/** Endpoints of the journal of requests. */
package dev.corridor.http.api.journal;
