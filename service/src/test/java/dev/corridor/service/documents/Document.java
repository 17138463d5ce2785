package dev.corridor.service.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A document of the repository, with parts between markers, which are HTML comments. */
public record Document(Path file) {

    private static final Set<String> NOT_OURS = Set.of("target", "data", "node_modules", ".git");

    public static Document named(String path) {
        return new Document(Path.of("..", path));
    }

    /** The repository's files with this ending below a directory, without build results and data. */
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

    /** The part between two markers, without its code fence. */
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

    /** Rewrites a part, keeping its fence, if {@code -Dcorridor.rewrite=true}. */
    public void rewrite(String beginning, String end, String part) {
        if (Boolean.getBoolean("corridor.rewrite")) {
            var text = text();
            var before = between(beginning, end);
            var marker = "<!-- " + beginning + " -->\n";
            int at = text.indexOf(before, text.indexOf(marker) + marker.length());
            try {
                Files.writeString(file, text.substring(0, at) + part + text.substring(at + before.length()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
