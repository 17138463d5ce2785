/** For the tests of this and other modules: a real PostgreSQL, started once, with a fresh database for whoever asks. */
package dev.corridor.persistence.testing;
