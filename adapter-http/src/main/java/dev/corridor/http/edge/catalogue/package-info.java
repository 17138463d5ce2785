/** The catalogue of error codes for clients: as data at {@code /v1/errors}, and as a page for each code at {@code /errors/{code}}. */
package dev.corridor.http.edge.catalogue;
