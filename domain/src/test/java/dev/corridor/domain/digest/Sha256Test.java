package dev.corridor.domain.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    })
    void the_examples_of_the_standard_have_its_digests(String text, String digest) {
        assertThat(digestOf(text)).isEqualTo(digest);
    }

    @Test
    void many_threads_at_once_get_their_own_digests() {
        assertThat(IntStream.range(0, 100_000).parallel().filter(i -> !digestOf("abc").startsWith("ba7816bf")).count()).isZero();
    }

    private static String digestOf(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
