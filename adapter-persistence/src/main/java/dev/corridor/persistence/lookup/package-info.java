/** Reads of many callers at once, by one statement. */
package dev.corridor.persistence.lookup;
