/**
 * What all requests have in common: parsing, ids, logging, error contracts, and the path from failures to responses. The edge knows no
 * resource; resources are in {@code http.api.<feature>}, WebSockets in {@code http.feed}.
 */
package dev.corridor.http.edge;
