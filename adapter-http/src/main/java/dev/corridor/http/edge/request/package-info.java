/** What is true of every request: it has an {@linkplain dev.corridor.http.edge.request.RequestId id}, and leaves one line in the log. */
package dev.corridor.http.edge.request;
