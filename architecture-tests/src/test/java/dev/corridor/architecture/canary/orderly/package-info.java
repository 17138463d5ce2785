/** A small house that keeps every rule, and comes close to breaking some. */
package dev.corridor.architecture.canary.orderly;
