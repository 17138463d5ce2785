/** What payouts cost. */
package dev.corridor.http.api.fee;
