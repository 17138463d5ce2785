/** Accounts and their statements, with the balance as a picture. */
package dev.corridor.portal.account;
