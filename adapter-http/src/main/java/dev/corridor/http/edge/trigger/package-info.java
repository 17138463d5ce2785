/**
 * Fire drills: how a client meets every code of the catalogue in the sandbox, so that it can test what it does about each without luck. Most
 * codes are the answer to some request that anybody can send. What only luck, time or a fault of ours would bring about is asked for by name.
 */
package dev.corridor.http.edge.trigger;
