/**
 * What an engine that distributes tables by organization has to know. A <em>tenant</em> table is spread over the engine's nodes, all rows of an organization on
 * one of them. A <em>global</em> table is the same on each node, and a <em>local</em> one is on the node that Corridor is connected to.
 */
package dev.corridor.persistence.distribution;
