/** Where accounts are kept. */
package dev.corridor.application.account.port;
