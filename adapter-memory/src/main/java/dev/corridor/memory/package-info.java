/**
 * Every port in memory, one class a port, for apps that embed Corridor and for tests. {@link dev.corridor.memory.InMemoryStore} has those that
 * keep something; the others stand for themselves. They are held to the same contracts as PostgreSQL.
 */
package dev.corridor.memory;
