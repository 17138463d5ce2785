/** The organization's API keys: made, shown once, rotated, locked and deleted by hand. */
package dev.corridor.portal.access;
