/**
 * A load generator for HTTP/1.1 that takes little from the machine it shares with what it measures: one thread, one selector, keep-alive.
 *
 * <p>It is a closed loop: each <em>client</em> has a connection of its own, on which it holds a <em>conversation</em>: it sends a request,
 * waits for the answer, and sends the next. A <em>round</em> is all steps of a conversation once, such as a quote and its execution. A
 * request that got no answer is a <em>drop</em>.
 */
package dev.corridor.benchmarks.http;
