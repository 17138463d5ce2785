/** Fee schedules. */
package dev.corridor.persistence.fee;
