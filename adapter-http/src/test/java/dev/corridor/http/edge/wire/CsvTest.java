package dev.corridor.http.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void rows_end_with_a_line_break_of_two_characters_the_last_one_too() {
        assertThat(new Csv("name", "amount").row("Ada", "-1.00").toString()).isEqualTo("name,amount\r\nAda,-1.00\r\n");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(new Csv("text").row("a,b").row("say \"so\"").row("two\r\nlines").row("naïve 汉").toString())
                .isEqualTo("text\r\n\"a,b\"\r\n\"say \"\"so\"\"\"\r\n\"two\r\nlines\"\r\nnaïve 汉\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "=1+1", "+49 30 1234", "-1", "@SUM(A1)", "  =1+1", "\t=1+1", "\r=1", "\u00A0=1", "\u200B=1", "\uFEFF=1", "\uFF1D1+1",
        "=HYPERLINK(\"http://x\",\"y\")"
    })
    void free_text_does_not_become_a_formula(String text) {
        assertThat(Csv.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Invoice 7", "1=1", "'=1", "a@b"})
    void other_text_stays_as_it_is(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        assertThatThrownBy(() -> new Csv("a", "b").row("only one")).isInstanceOf(IllegalArgumentException.class);
    }
}
