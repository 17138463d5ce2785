package dev.corridor.service.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A shell that somebody pastes lines into. */
final class Shell {

    private Shell() {}

    /** Answers what the lines print, on standard output and standard error. */
    static String paste(String lines) throws IOException {
        var bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
        try (var input = bash.getOutputStream()) {
            input.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
