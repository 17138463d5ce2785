/** Looks at a whole installation, changes nothing, and says what to mend. */
package dev.corridor.service.doctor;
