/** Telling clients of what happens, as it happens, and of what they have missed; and the connections over which they are told. */
package dev.corridor.application.feed;
