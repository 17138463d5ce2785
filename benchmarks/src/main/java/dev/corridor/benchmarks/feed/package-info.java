/** Cost and lateness of the feed: {@code ./corridor bench --feed}. */
package dev.corridor.benchmarks.feed;
