/** What tests need of a bank. */
package dev.corridor.bank.testing;
