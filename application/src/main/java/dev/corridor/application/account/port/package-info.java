/** Port of the account store. */
package dev.corridor.application.account.port;
