package dev.corridor.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BufferedStandardErrorTest {

    @Test
    void a_line_arrives_while_the_process_goes_on_and_the_last_one_when_it_ends() throws Exception {
        var process = start();
        try (var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(errors.readLine()).isEqualTo("the first line");
            process.getOutputStream().close();

            assertThat(errors.readLine()).isEqualTo("the last line");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Talker.class.getName()).start();
    }

    /** Prints a line, waits for termination, and prints another. */
    static final class Talker {

        public static void main(String[] arguments) throws IOException {
            BufferedStandardError.writeInLargePieces();
            System.err.println("the first line");
            System.in.read();
            System.err.println("the last line");
        }
    }
}
