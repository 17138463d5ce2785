/**
 * What clients are told of as it happens. An event is the new state of a quote or a transaction; the events of an organization are numbered, so
 * that whoever was away can go on where they stopped.
 */
package dev.corridor.domain.feed;
