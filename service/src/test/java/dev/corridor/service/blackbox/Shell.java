package dev.corridor.service.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs pasted lines in a shell. */
final class Shell {

    private Shell() {}

    /** Returns standard output and standard error. */
    static String paste(String lines) throws IOException {
        var bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
        try (var input = bash.getOutputStream()) {
            input.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
