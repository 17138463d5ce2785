/** What the feed costs, and how late it is: {@code ./corridor bench --feed}. */
package dev.corridor.benchmarks.feed;
