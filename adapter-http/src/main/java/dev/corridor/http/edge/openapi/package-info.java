/**
 * The API described to machines ({@code /openapi.yaml}) and to people ({@code /docs}). The compiler writes the description from the
 * controllers; {@link dev.corridor.http.edge.openapi.ApiDescription} adds at startup what each operation can refuse.
 */
package dev.corridor.http.edge.openapi;
