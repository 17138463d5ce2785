/**
 * An HTTP/1.1 load generator that uses few resources of the machine it shares with the server: one thread, one selector, keep-alive.
 *
 * <p>It is a closed loop: each <em>client</em> has a connection on which it holds a <em>conversation</em>: it sends a request, waits for
 * the response, and sends the next. A <em>round</em> is all steps of a conversation once, such as a quote and its execution. A request
 * without a response is a <em>drop</em>.
 */
package dev.corridor.benchmarks.http;
