/** The error contracts that clients were written for. Each is a {@link dev.corridor.http.dialect.Dialect}. */
package dev.corridor.http.dialect;
