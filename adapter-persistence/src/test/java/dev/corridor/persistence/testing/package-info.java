/** Test support: a real PostgreSQL, started once, with a fresh database per test class. */
package dev.corridor.persistence.testing;
