package dev.corridor.service.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts of the README and of docs/, between markers that are comments. */
public final class Readme {

    private Readme() {}

    /** What stands between two markers, without the fence around it if it is code. */
    public static String between(String beginning, String end) {
        return between("README.md", beginning, end);
    }

    /** The same of another document. */
    static String between(String document, String beginning, String end) {
        var text = read(document);
        int from = text.indexOf("<!-- " + beginning + " -->\n");
        int to = text.indexOf("<!-- " + end + " -->", from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(document + " has no " + beginning);
        }
        var part = text.substring(text.indexOf('\n', from) + 1, to);
        return part.replaceFirst("\\A```[a-z]+\n", "").replaceFirst("```\n\\z", "");
    }

    private static String read(String document) {
        try {
            return Files.readString(Path.of("..", document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
