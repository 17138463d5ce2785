/**
 * In-memory implementations of every port, for embedding and tests. {@link dev.corridor.memory.InMemoryStore} holds the stateful ones. They
 * pass the same contract tests as PostgreSQL.
 */
package dev.corridor.memory;
