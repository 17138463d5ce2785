package dev.corridor.service.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A document of the repository, and its parts between markers: HTML comments, which a reader of the page does not see. */
public record Document(Path file) {

    private static final Set<String> NOT_OURS = Set.of("target", "data", "node_modules", ".git");

    public static Document named(String path) {
        return new Document(Path.of("..", path));
    }

    /** Those of the repository with such an ending, below a directory; what a build has made is left out, and so are data. */
    static List<Document> allBelow(String directory, String ending) {
        try (var files = Files.walk(named(directory).file())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> StreamSupport.stream(file.spliterator(), false).noneMatch(part -> NOT_OURS.contains(part.toString())))
                    .map(Document::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between two markers, without the fence around it if it is code. */
    public String between(String beginning, String end) {
        var text = text();
        int from = text.indexOf("<!-- " + beginning + " -->\n");
        int to = text.indexOf("<!-- " + end + " -->", from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(file + " has no " + beginning);
        }
        var part = text.substring(text.indexOf('\n', from) + 1, to);
        return part.replaceFirst("\\A```[a-z]+\n", "").replaceFirst("```\n\\z", "");
    }

    /** Writes a part anew, fence and all if it had one, where {@code -Dcorridor.rewrite=true} asks for it. */
    void rewrite(String beginning, String end, String part) {
        if (Boolean.getBoolean("corridor.rewrite")) {
            var before = between(beginning, end);
            try {
                Files.writeString(file, text().replace(before, part));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
