package dev.corridor.domain.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Keccak256Test {

    @Test
    void the_published_digests_come_out() {
        assertThat(digest(new byte[0])).isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(digest("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    /** The expected digest of all digests was made with another implementation, Bouncy Castle 1.84. */
    @Test
    void every_length_around_the_blocks_comes_out() {
        var digests = new ByteArrayOutputStream();
        for (int length = 0; length <= 300; length++) {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 7 + length);
            }
            digests.writeBytes(Keccak256.of(bytes));
        }

        assertThat(digest(digests.toByteArray())).isEqualTo("1c239d59092031520cb4dbaef3b475b9e8a5cd5c2d72c95ba96ca3f60a26c0ad");
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Keccak256.of(bytes));
    }
}
