/** Endpoints of audit records. */
package dev.corridor.http.api.audit;
