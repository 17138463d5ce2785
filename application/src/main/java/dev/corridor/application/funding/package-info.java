/** Funding methods, and receipts of what arrives at a rail. */
package dev.corridor.application.funding;
