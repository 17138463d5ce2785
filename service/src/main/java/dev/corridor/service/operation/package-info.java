/** Operation: health, readiness, periodic upkeep, and polling of rate sources. */
package dev.corridor.service.operation;
