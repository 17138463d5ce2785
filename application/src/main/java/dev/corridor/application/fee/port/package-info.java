/** Port of the fee schedules. */
package dev.corridor.application.fee.port;
