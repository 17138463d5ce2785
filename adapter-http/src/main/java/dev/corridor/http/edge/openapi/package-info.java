/**
 * The API's description as {@code /openapi.yaml} and as HTML at {@code /docs}. The compiler generates it from the controllers;
 * {@link dev.corridor.http.edge.openapi.ApiDescription} adds the errors of each operation at startup.
 */
package dev.corridor.http.edge.openapi;
