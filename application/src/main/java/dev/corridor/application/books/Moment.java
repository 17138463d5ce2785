package dev.corridor.application.books;

import dev.corridor.application.TimeOrderedIds;
import java.time.Instant;

/**
 * When a decision is taken, with what it acts on locked: the time that it writes down, and the identifiers of what it makes, which sort by that time.
 * Both come from the books, because followers read in their order: a time or an identifier that was made earlier could
 * come to light behind what the follower has seen already.
 *
 * @param now in whole milliseconds
 */
public record Moment(Instant now, TimeOrderedIds ids) {}
