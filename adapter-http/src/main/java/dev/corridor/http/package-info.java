/** The HTTP API: what is asked of the use cases, and how their answers and refusals look on the wire. */
package dev.corridor.http;
