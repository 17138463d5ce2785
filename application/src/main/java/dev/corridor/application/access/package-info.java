/** Finds out who is asking, and lets organizations manage the keys that prove it. */
package dev.corridor.application.access;
