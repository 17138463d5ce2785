/**
 * Live updates for clients. An event is the new state of a quote or a transaction. The events of an organization are numbered, so that a
 * client can resume from a cursor after a disconnect.
 */
package dev.corridor.domain.feed;
