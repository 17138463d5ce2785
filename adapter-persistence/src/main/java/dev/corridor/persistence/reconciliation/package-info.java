/** What the books say of a rail, and what has come of comparing them with it. */
package dev.corridor.persistence.reconciliation;
