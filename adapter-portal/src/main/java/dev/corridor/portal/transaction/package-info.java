/** Payments: the list with its filters, its table for spreadsheets, and one payment as a timeline. */
package dev.corridor.portal.transaction;
