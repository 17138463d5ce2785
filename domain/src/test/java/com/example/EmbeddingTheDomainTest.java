package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The program in docs/embed.md. */
class EmbeddingTheDomainTest {

    @Test
    void it_prints_what_its_comments_say() {
        var printed = new ByteArrayOutputStream();
        var standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddingTheDomain.main(new String[0]);
        } finally {
            System.setOut(standardOutput);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "399.000000 USDC for 400.00 USD", "done", "no: quote_already_used", "top up first, there are 600.00 USD");
    }
}
