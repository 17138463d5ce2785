package dev.corridor.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.operator.OneTimeSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCodesTest {

    /** Of RFC 6238, appendix B. */
    private static final OneTimeSecret SECRET = OneTimeSecret.generate("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private final TimedCodes codes = new TimedCodes();

    @ParameterizedTest
    @CsvSource({"59, 287082, 1", "1111111109, 081804, 37037036", "1234567890, 005924, 41152263", "20000000000, 353130, 666666666"})
    void the_codes_are_those_of_the_standard(long seconds, String code, long step) {
        assertThat(codes.stepOf(code, SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(OptionalLong.of(step));
    }

    @Test
    void a_code_is_good_one_step_before_and_after_its_own_and_no_longer() {
        for (long seconds : new long[]{0, 29, 59, 89}) {
            assertThat(codes.stepOf("287082", SECRET, Instant.ofEpochSecond(seconds))).as("at %s", seconds).isEqualTo(OptionalLong.of(1));
        }
        assertThat(codes.stepOf("287082", SECRET, Instant.ofEpochSecond(90))).isEmpty();
        assertThat(codes.stepOf("287082", SECRET, Instant.ofEpochSecond(-1))).isEmpty();
    }

    @Test
    void what_is_no_code_is_of_no_step() {
        for (var text : new String[]{"", "287 082", "2870822", "٢٨٧٠٨٢"}) {
            assertThat(codes.stepOf(text, SECRET, Instant.ofEpochSecond(59))).as(text).isEmpty();
        }
    }

    @Test
    void a_secret_is_base32_as_people_type_it() {
        assertThat(SECRET.value()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(SECRET.toString()).doesNotContain("GEZ");
    }
}
