package dev.corridor.service.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README's parts between its markers, which are comments that nobody sees. */
public final class Readme {

    private static final Path FILE = Path.of("..", "README.md");

    private Readme() {}

    /** What stands between two markers, without the fence around it if it is code. */
    public static String between(String beginning, String end) {
        var text = read();
        int from = text.indexOf("<!-- " + beginning + " -->\n");
        int to = text.indexOf("<!-- " + end + " -->", from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("the README has no " + beginning);
        }
        var part = text.substring(text.indexOf('\n', from) + 1, to);
        return part.replaceFirst("\\A```[a-z]+\n", "").replaceFirst("```\n\\z", "");
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
