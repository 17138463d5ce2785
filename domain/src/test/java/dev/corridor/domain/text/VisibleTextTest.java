package dev.corridor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    private static final List<Byte> REFUSED = List.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    private static final List<Byte> WITHOUT_INK = List.of(
            Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK);

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Ünal & Söhne GmbH", "株式会社", "Müller", "🚀", "علی‌رضا", "ශ්‍රී ලංකා", "O’Neill", "7", "Anne Marie"})
    void names_of_the_world_are_visible(String name) {
        assertThat(VisibleText.isVisible(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "\u00A0\u2003", "\u200B", "\u200D", "\u2060\uFEFF", "\u3164", "\u115F\u1160", "\u2800", "\u0301", "\uFE0F", "a\u200Db", "Ada\u200B",
        "\u202Egnp.evil", "Ada\u2066x\u2069", "Ada\uFFFE", "Ada\uFDD0", "A\u00ADda", "Ada\u2028", "\uD800", "\uE000", "👨\u200D👩"
    })
    void what_shows_nothing_or_something_else_is_refused(String name) {
        assertThat(VisibleText.isVisible(name)).isFalse();
    }

    @Test
    void every_code_point_is_judged_by_its_category() {
        var wronglyTaken = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> REFUSED.contains((byte) Character.getType(codePoint)))
                .filter(codePoint -> isVisible(codePoint, "") || isVisible(codePoint, "Ada"))
                .mapToObj(Integer::toHexString);
        var wronglyRefused = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> !REFUSED.contains((byte) Character.getType(codePoint)))
                .filter(codePoint -> !isVisible(codePoint, "Ada"))
                .mapToObj(Integer::toHexString);
        var seenWithoutInk = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> WITHOUT_INK.contains((byte) Character.getType(codePoint)))
                .filter(codePoint -> isVisible(codePoint, ""))
                .mapToObj(Integer::toHexString);

        assertThat(wronglyTaken).isEmpty();
        assertThat(wronglyRefused).isEmpty();
        assertThat(seenWithoutInk).isEmpty();
    }

    private static boolean isVisible(int codePoint, String before) {
        return VisibleText.isVisible(before + Character.toString(codePoint) + before);
    }
}
