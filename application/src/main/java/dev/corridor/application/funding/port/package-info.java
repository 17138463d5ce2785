/** Ports of funding methods and receipts. */
package dev.corridor.application.funding.port;
