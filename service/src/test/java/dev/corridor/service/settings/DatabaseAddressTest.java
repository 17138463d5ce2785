package dev.corridor.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    postgres://app:secret@db/books                           | jdbc:postgresql://db/books                    | app   | secret
                    postgresql://app:secret@db:5433/books?sslmode=require    | jdbc:postgresql://db:5433/books?sslmode=require | app | secret
                    postgres://a%40b:p%2Fw+%25@db/books                      | jdbc:postgresql://db/books                    | a@b   | p/w+%
                    postgres://app@db/books                                  | jdbc:postgresql://db/books                    | app   | ''
                    postgres://app:x@[::1]:5432/books                        | jdbc:postgresql://[::1]:5432/books            | app   | x
                    jdbc:postgresql://app:secret@db/books                    | jdbc:postgresql://db/books                    | app   | secret
                    jdbc:postgresql://db/books?user=app&ssl=true&password=s  | jdbc:postgresql://db/books?ssl=true           | app   | s
                    jdbc:postgresql://a:1,b:2/books?user=app&password=s      | jdbc:postgresql://a:1,b:2/books               | app   | s
                    """)
    void the_usual_forms_are_understood(String text, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db/books", "mysql://app:hunter2@db/books", "postgres://app:hunter2@db", "postgres://:hunter2@db/books",
        "postgres://a:hunter2%@d/b"})
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void a_log_line_shows_no_secret() {
        assertThat(DatabaseAddress.parse("postgres://app:hunter2@db/books?sslpassword=hunter2")).hasToString("jdbc:postgresql://db/books as app");
    }
}
