/** Opening accounts and reading what they hold. */
package dev.corridor.application.account;
