/** Payments: the list with its filters, its table for spreadsheets, one payment as a timeline, and the forms that pay and move. */
package dev.corridor.portal.transaction;
