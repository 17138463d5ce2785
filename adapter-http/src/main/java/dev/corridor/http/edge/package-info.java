/**
 * What is true of every request, whatever it asks for: how it is read, named and logged, which error contract answers it, and how failures
 * become answers. The edge knows no resource of the API; resources are {@code http.api.<feature>} and WebSockets are {@code http.feed}.
 */
package dev.corridor.http.edge;
