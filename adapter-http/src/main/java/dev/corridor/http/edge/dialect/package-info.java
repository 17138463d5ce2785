/**
 * The error contracts. {@link dev.corridor.http.edge.dialect.Dialects} renders failures in the one that the client
 * {@linkplain dev.corridor.http.edge.dialect.DialectChoice has selected}. A dialect is a class that writes the response; status and code
 * come from an exhaustive switch in {@link dev.corridor.http.edge.dialect.Places}.
 */
package dev.corridor.http.edge.dialect;
