/** The outbox: the books write events, the feed reads them. */
package dev.corridor.persistence.feed;
