/** Ports of operators: their store, their one-time codes and secrets, and what they look at. */
package dev.corridor.application.operator.port;
