package dev.corridor.bank.iso;

/**
 * The account of the house that pays and is paid.
 *
 * @param holder its name, in the characters of the scheme
 */
public record PayingAccount(String holder, String iban, String bic) {}
