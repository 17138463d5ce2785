package dev.corridor.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final String WEAK = "password must contain at least one uppercase letter, one lowercase letter, one number, and one special character.";

    @Test
    void a_strong_one_is_taken_as_it_is() {
        assertThat(Password.choose("password", "aB3$5678").value()).isEqualTo("aB3$5678");
        assertThat(Password.choose("password", "Ünïcödé_1").value()).isEqualTo("Ünïcödé_1");
        assertThat(Password.choose("password", "aB3$" + "x".repeat(124)).value()).hasSize(128);
    }

    @Test
    void characters_that_mean_the_same_are_the_same_password() {
        assertThat(Password.choose("password", "Stro\u0308ng&Safe1")).isEqualTo(new Password("Str\u00f6ng&Safe1"));
        assertThat(Password.choose("password", "\uff33trong&Safe\uff11")).isEqualTo(new Password("Strong&Safe1"));
        assertThat(new Password("o\ufb03ce")).isEqualTo(new Password("office"));
    }

    @Test
    void the_rule_holds_for_what_is_hashed() {
        assertRefused("aB3$56o\u0308", "password must have 8 to 128 characters.");
        assertRefused("aB3$" + "\ufdfa".repeat(7), "password must have 8 to 128 characters.");
    }

    @Test
    void its_length_is_bounded() {
        assertRefused("aB3$567", "password must have 8 to 128 characters.");
        assertRefused("aB3$" + "x".repeat(125), "password must have 8 to 128 characters.");
    }

    @Test
    void each_kind_of_character_is_wanted() {
        assertRefused("ab3$5678", WEAK);
        assertRefused("AB3$5678", WEAK);
        assertRefused("aBc$defg", WEAK);
        assertRefused("aB345678", WEAK);
        assertRefused("aB3 5678", WEAK);
    }

    @Test
    void it_shows_itself_to_nobody() {
        assertThat(Password.choose("password", "aB3$5678")).hasToString("…");
        assertThat(new PasswordHash("$argon2id$")).hasToString("…");
        assertThat(EmailAddress.of("Ada@Example.com")).hasToString("a…@example.com");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> Password.choose("password", text))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error().code()).isEqualTo("validation_error");
                    assertThat(refusal.error().message()).isEqualTo(message);
                });
    }
}
