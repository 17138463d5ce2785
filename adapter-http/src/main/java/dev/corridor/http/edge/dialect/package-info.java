/**
 * The error contracts that clients were written for. {@link dev.corridor.http.edge.dialect.Dialects} tells a failure in the one that the client
 * {@linkplain dev.corridor.http.edge.dialect.DialectChoice has chosen}. A dialect is a class that writes the answer; which status and code it has is
 * an exhaustive switch in {@link dev.corridor.http.edge.dialect.Places}, so that a code without a place in some contract does not compile.
 */
package dev.corridor.http.edge.dialect;
