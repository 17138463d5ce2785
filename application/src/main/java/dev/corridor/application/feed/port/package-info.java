/** What telling clients of events needs from outside. */
package dev.corridor.application.feed.port;
