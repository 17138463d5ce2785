/** A small application that breaks every rule. Each class is named after its violation. */
package dev.corridor.architecture.canary.disorderly;
