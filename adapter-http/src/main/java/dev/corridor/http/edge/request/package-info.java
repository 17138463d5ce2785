/** What all requests have: an {@linkplain dev.corridor.http.edge.request.RequestId id} and one line in the log. */
package dev.corridor.http.edge.request;
