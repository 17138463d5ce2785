/**
 * Group commit: queues of decisions, and the writers that commit them in batches. This package knows neither the domain nor the tables; see
 * {@link dev.corridor.persistence.lane.BatchDecider}.
 */
package dev.corridor.persistence.lane;
