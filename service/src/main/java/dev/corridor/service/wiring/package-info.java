/** The wiring. A factory per feature has the implementations of its ports, its use cases, and its upkeep. */
package dev.corridor.service.wiring;
