/** Finds out who is asking. */
package dev.corridor.application.access;
