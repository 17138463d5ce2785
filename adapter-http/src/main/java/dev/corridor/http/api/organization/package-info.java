/** Organizations on the wire. */
package dev.corridor.http.api.organization;
