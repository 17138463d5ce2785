package dev.corridor.domain.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The digest of Ethereum and its kin: Keccak with a rate of 136 bytes and 32 bytes of output. It differs from the SHA3-256 that Java brings in
 * its padding alone: 0x01 here, 0x06 there. Source: The Keccak reference, version 3.0; round constants and rotations are made as it defines
 * them, from a shift register and from triangular numbers.
 */
public final class Keccak256 {

    private static final int RATE_BYTES = 136;
    private static final int DIGEST_BYTES = 32;
    private static final int ROUNDS = 24;
    private static final int WIDTH = 5;
    private static final long[] ROUND_CONSTANTS = roundConstants();

    private Keccak256() {}

    /** The 32 bytes of the digest. */
    public static byte[] of(byte[] bytes) {
        var padded = Arrays.copyOf(bytes, (bytes.length / RATE_BYTES + 1) * RATE_BYTES);
        padded[bytes.length] = 1;
        padded[padded.length - 1] |= (byte) 0x80;
        var words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        var state = new long[WIDTH * WIDTH];
        while (words.hasRemaining()) {
            for (int i = 0; i < RATE_BYTES / Long.BYTES; i++) {
                state[i] ^= words.get();
            }
            permute(state);
        }
        var digest = ByteBuffer.allocate(DIGEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        digest.asLongBuffer().put(state, 0, DIGEST_BYTES / Long.BYTES);
        return digest.array();
    }

    private static void permute(long[] state) {
        for (int round = 0; round < ROUNDS; round++) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            state[0] ^= ROUND_CONSTANTS[round];
        }
    }

    private static void theta(long[] state) {
        var parity = new long[WIDTH];
        for (int i = 0; i < state.length; i++) {
            parity[i % WIDTH] ^= state[i];
        }
        for (int i = 0; i < state.length; i++) {
            state[i] ^= parity[(i + WIDTH - 1) % WIDTH] ^ Long.rotateLeft(parity[(i + 1) % WIDTH], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        int x = 1;
        int y = 0;
        long moving = state[x];
        for (int step = 1; step < state.length; step++) {
            int nextY = (2 * x + 3 * y) % WIDTH;
            x = y;
            y = nextY;
            int target = x + WIDTH * y;
            long displaced = state[target];
            state[target] = Long.rotateLeft(moving, step * (step + 1) / 2);
            moving = displaced;
        }
    }

    private static void chi(long[] state) {
        for (int y = 0; y < state.length; y += WIDTH) {
            var row = Arrays.copyOfRange(state, y, y + WIDTH);
            for (int x = 0; x < WIDTH; x++) {
                state[y + x] = row[x] ^ ~row[(x + 1) % WIDTH] & row[(x + 2) % WIDTH];
            }
        }
    }

    private static long[] roundConstants() {
        var constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int position = 1; position <= Long.SIZE; position *= 2) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << position - 1;
                }
                register = register << 1 ^ (register >> 7) * 0x171;
            }
        }
        return constants;
    }
}
