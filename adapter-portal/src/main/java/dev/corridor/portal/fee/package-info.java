/** What payouts cost. */
package dev.corridor.portal.fee;
