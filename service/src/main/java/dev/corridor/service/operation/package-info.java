/** What the service does for its operators, and by itself: health, readiness, and the look-out for payouts. */
package dev.corridor.service.operation;
