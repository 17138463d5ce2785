/** The audit log: an {@link dev.corridor.domain.audit.AuditRecord} for each change that is not a movement of money. */
package dev.corridor.domain.audit;
