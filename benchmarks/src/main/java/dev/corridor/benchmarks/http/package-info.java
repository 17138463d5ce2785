/**
 * An HTTP/1.1 load generator that uses few resources of the machine it shares with the server: one thread, one selector, keep-alive.
 *
 * <p>Each <em>client</em> has a connection on which it holds a <em>conversation</em>: it sends a request, waits for the response, and sends
 * the next. A <em>round</em> is all steps of a conversation once, such as a quote and its execution. In a closed loop each client begins a
 * round as soon as the last has ended; in an open loop rounds begin at a given rate, and wait for a free client if there is none. A request
 * without a response is a <em>drop</em>, and so is a round that never began.
 */
package dev.corridor.benchmarks.http;
