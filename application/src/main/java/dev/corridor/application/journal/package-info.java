/** The journal of requests: noted without waiting, kept in batches, read by its organization, removed after some days. */
package dev.corridor.application.journal;
