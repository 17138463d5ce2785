/** What clients are told of, as rows: an outbox that the books write and the feed reads. */
package dev.corridor.persistence.feed;
