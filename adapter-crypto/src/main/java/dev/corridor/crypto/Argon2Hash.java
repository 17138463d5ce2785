package dev.corridor.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id digest with its parameters, in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$digest}. */
final class Argon2Hash {

    static final int SALT_BYTES = 16;

    private static final int DIGEST_BYTES = 32;

    private static final String PREFIX = "$argon2id$v=19$";
    private static final int PARTS = 6;

    private final Argon2Expense expense;
    private final byte[] salt;
    private final byte[] digest;

    private Argon2Hash(Argon2Expense expense, byte[] salt, byte[] digest) {
        this.expense = expense;
        this.salt = salt;
        this.digest = digest;
    }

    static Argon2Hash of(String password, Argon2Expense expense, byte[] salt) {
        return compute(password, expense, salt, DIGEST_BYTES);
    }

    /** What no password has, at the same expense: it compares with one as any other does, and costs nothing until then. */
    static Argon2Hash ofNothing(Argon2Expense expense, byte[] salt) {
        return new Argon2Hash(expense, salt, new byte[DIGEST_BYTES]);
    }

    /** Parses {@link #toString}, also of hashes with other parameters. */
    static Argon2Hash parse(String text) {
        var parts = text.split("\\$", -1);
        if (!text.startsWith(PREFIX) || parts.length != PARTS) {
            throw new IllegalArgumentException("expected a hash of Argon2id, version 19");
        }
        var expense = parts[3].split(",", -1);
        if (expense.length != 3) {
            throw new IllegalArgumentException("expected memory, passes and lanes");
        }
        return new Argon2Hash(
                new Argon2Expense(number("m=", expense[0]), number("t=", expense[1]), number("p=", expense[2])),
                Base64.getDecoder().decode(parts[4]),
                Base64.getDecoder().decode(parts[5]));
    }

    /** Hashes another password with the same salt and parameters, for comparison. */
    Argon2Hash again(String password) {
        return compute(password, expense, salt, digest.length);
    }

    byte[] digest() {
        return digest;
    }

    private static Argon2Hash compute(String password, Argon2Expense expense, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(expense.memoryKibibytes())
                .withIterations(expense.passes())
                .withParallelism(expense.lanes())
                .withSalt(salt)
                .build());
        var digest = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return new Argon2Hash(expense, salt, digest);
    }

    private static int number(String name, String text) {
        if (!text.startsWith(name)) {
            throw new IllegalArgumentException("expected " + name + " and a number");
        }
        return Integer.parseInt(text.substring(name.length()));
    }

    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + "m=" + expense.memoryKibibytes() + ",t=" + expense.passes() + ",p=" + expense.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(digest);
    }
}
