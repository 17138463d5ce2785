/**
 * Maintenance: the operator closes the service for a while, on one node by its settings or on all of them by a notice that every node reads. Who
 * asks meanwhile is told when to come again; what has begun is finished.
 */
package dev.corridor.application.maintenance;
