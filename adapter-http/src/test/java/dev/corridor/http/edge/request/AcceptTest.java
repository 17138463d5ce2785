package dev.corridor.http.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "text/csv",
        "TEXT/CSV",
        "text/*",
        "text/csv; charset=utf-8",
        "text/csv, application/json;q=0.9",
        "application/json;q=0.9, text/csv",
        "text/csv;q=0.5, application/json;q=0.4",
        "text/csv, */*",
        "text/csv;header=present;q=1.000, */*;q=0.1",
        "nonsense, text/csv"
    })
    void whoever_would_rather_have_a_table_gets_one(String accept) {
        assertThat(prefersCsv(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "*/*",
        "application/json",
        "application/json, text/csv",
        "application/json, text/csv;q=0.9",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/xml",
        "text/csv;q=0",
        "text/csv;q=0, text/*",
        "*/csv",
        "nonsense",
        ",,;q=1"
    })
    void everybody_else_gets_the_usual_form(String accept) {
        assertThat(prefersCsv(accept)).isFalse();
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(Accept.read(List.of("application/json;q=0.5", "text/csv")).prefers("text/csv", "application/json")).isTrue();
    }

    private static boolean prefersCsv(String accept) {
        return Accept.read(List.of(accept)).prefers("text/csv", "application/json");
    }
}
