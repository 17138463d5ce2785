/**
 * Moves of organizations between cells: one is closed in the old cell, written to a file, taken in by the new one, and opened there. At no moment is it answered
 * for in both.
 */
package dev.corridor.persistence.cell;
