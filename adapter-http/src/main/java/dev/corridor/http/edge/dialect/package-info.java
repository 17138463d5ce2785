/**
 * The error contracts that clients were written for. {@link dev.corridor.http.edge.dialect.Dialects} tells a failure in the one that the client
 * {@linkplain dev.corridor.http.edge.dialect.DialectChoice has chosen}. Each is one class with an exhaustive switch over the catalogue, so that a
 * new code does not compile before every contract has a place for it.
 */
package dev.corridor.http.edge.dialect;
