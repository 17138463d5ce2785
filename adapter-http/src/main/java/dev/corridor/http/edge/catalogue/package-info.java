/** The catalogue of error codes for clients: JSON at {@code /v1/errors}, and an HTML page per code at {@code /errors/{code}}. */
package dev.corridor.http.edge.catalogue;
