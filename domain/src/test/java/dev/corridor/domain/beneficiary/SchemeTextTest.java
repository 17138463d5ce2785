package dev.corridor.domain.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTextTest {

    private static final String CHARACTER_SET = "[a-zA-Z0-9/?:().,'+ -]+";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ada Lovelace | Ada Lovelace",
        "Müller & Söhne GmbH | Muller + Sohne GmbH",
        "Strauß | Strauss",
        "Łódź Æsir Øst | Lodz AEsir Ost",
        "Nguyễn Thị Đào | Nguyen Thi Dao",
        "O’Neill–Smith | O'Neill-Smith",
        "a/b | a/b"
    })
    void latin_letters_are_transliterated(String name, String carried) {
        assertThat(SchemeText.of(name)).contains(carried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "Иван", "Ελλάς", "🚀", "Ada@home", "a//b", "/a", "a/", "€", " "})
    void what_has_no_latin_form_is_refused(String name) {
        assertThat(SchemeText.of(name)).isEmpty();
    }

    @Test
    void nothing_outside_the_character_set_ever_gets_out() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(codePoint -> SchemeText.of("a" + Character.toString(codePoint) + "b"))
                .flatMap(carried -> carried.stream()))
                .allMatch(carried -> carried.matches(CHARACTER_SET));
    }
}
