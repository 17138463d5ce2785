package dev.corridor.crypto;

/** What a hash of Argon2 costs, and whoever guesses passwords pays for each guess. */
public record Argon2Expense(int memoryKibibytes, int passes, int lanes) {

    /** The minimum of OWASP's "Password Storage Cheat Sheet". */
    public static final Argon2Expense STANDARD = new Argon2Expense(19_456, 2, 1);
}
