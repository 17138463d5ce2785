/** A small application that keeps every rule, some only just. */
package dev.corridor.architecture.canary.orderly;
