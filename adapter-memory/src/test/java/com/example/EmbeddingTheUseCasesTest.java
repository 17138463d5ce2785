package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The program in docs/embed.md. */
class EmbeddingTheUseCasesTest {

    @Test
    void it_prints_what_its_comments_say() {
        var printed = new ByteArrayOutputStream();
        var standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddingTheUseCases.main(new String[0]);
        } finally {
            System.setOut(standardOutput);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("0.00 USD", "9997.000000 USDC");
    }
}
