/** Where files are exchanged with a bank. */
package dev.corridor.bank.folder;
