/** A small house that breaks every rule. Each class is named for what is wrong with it. */
package dev.corridor.architecture.canary.disorderly;
