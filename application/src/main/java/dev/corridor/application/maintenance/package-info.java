/**
 * Maintenance: the operator closes one node by its settings, or all nodes by a shared notice. New requests get a retry time; requests in
 * flight are finished.
 */
package dev.corridor.application.maintenance;
