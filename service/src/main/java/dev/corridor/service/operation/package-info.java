/** What the service does for its operators, and by itself: health, readiness, upkeep, and following the sources of rates. */
package dev.corridor.service.operation;
