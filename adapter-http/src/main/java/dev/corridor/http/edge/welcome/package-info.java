/** The front door: what this service is, and where the rest of it is. */
package dev.corridor.http.edge.welcome;
