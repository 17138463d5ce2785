/** The records of changes on the wire. */
package dev.corridor.http.api.audit;
