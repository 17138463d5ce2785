/**
 * How the parts are put together, and the only place that knows them all. A factory for each feature has what stands behind its ports, what
 * carries out its use cases, and the upkeep it needs.
 */
package dev.corridor.service.wiring;
