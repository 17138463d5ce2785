/** What the house charges for payouts. */
package dev.corridor.domain.fee;
