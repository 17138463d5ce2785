/** Use cases of fees: what a payout costs, and the operator's changes. */
package dev.corridor.application.fee;
