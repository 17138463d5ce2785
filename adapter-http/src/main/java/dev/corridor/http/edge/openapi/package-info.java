/**
 * The API's description as {@code /openapi.yaml} and as HTML at {@code /docs}. The compiler generates it from the controllers;
 * {@link dev.corridor.http.edge.openapi.ApiDescription} completes it with the schemas, the failures of each operation, and examples.
 */
package dev.corridor.http.edge.openapi;
