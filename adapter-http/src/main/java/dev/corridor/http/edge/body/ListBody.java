package dev.corridor.http.edge.body;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.wire.Csv;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A body that is a list of records: JSON lines, or CSV with a header (RFC 4180), of which an empty cell is an absent member. */
public final class ListBody {

    public static final String JSON_LINES = "application/x-ndjson";

    private static final char QUOTE = '"';

    private ListBody() {}

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param fault why it cannot be read; a sentence, and then it has no members
     */
    public record Entry(int line, Map<String, Object> members, Optional<String> fault) {

        private static Entry of(int line, Map<String, Object> members) {
            return new Entry(line, members, Optional.empty());
        }

        private static Entry broken(int line, String fault) {
            return new Entry(line, Map.of(), Optional.of(fault));
        }
    }

    /** Whether a content type names a list. */
    public static boolean isOne(String contentType) {
        return isJsonLines(contentType) || is(Csv.MEDIA_TYPE, contentType);
    }

    private static boolean isJsonLines(String contentType) {
        return is(JSON_LINES, contentType);
    }

    private static boolean is(String type, String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(type);
    }

    /** The records in the body. Under an idempotency key, another text is another request. */
    public static List<Entry> read(HttpRequest<?> request, String text) {
        var contentType = request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class, "");
        if (!isOne(contentType)) {
            throw new BusinessException(new InvalidRequest("The content type must be " + JSON_LINES + " or " + Csv.MEDIA_TYPE + "."));
        }
        new ParsedBody(Map.of("body", text), Optional.empty()).keepIn(request);
        return isJsonLines(contentType) ? jsonLines(text) : csv(text);
    }

    private static List<Entry> jsonLines(String text) {
        var entries = new ArrayList<Entry>();
        int line = 0;
        for (var each : text.split("\n", -1)) {
            line++;
            if (!each.isBlank()) {
                entries.add(jsonLine(line, each));
            }
        }
        return entries;
    }

    private static Entry jsonLine(int line, String text) {
        try {
            return Entry.of(line, JsonObject.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (MalformedJson e) {
            return Entry.broken(line, "must be a JSON object on a line of its own");
        }
    }

    private static List<Entry> csv(String text) {
        var rows = rows(text.startsWith(Csv.BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (rows.isEmpty()) {
            return List.of();
        }
        var header = rows.getFirst().cells;
        if (new HashSet<>(header).size() < header.size() || header.contains("")) {
            return List.of(Entry.broken(1, "must be a header with a name for each column"));
        }
        return rows.stream().skip(1).map(row -> entry(row, header)).toList();
    }

    private record Row(int line, List<String> cells, boolean isWhole) {}

    private static Entry entry(Row row, List<String> header) {
        if (!row.isWhole || row.cells.size() != header.size()) {
            return Entry.broken(row.line, "must have " + header.size() + " cells, as the header has, with quotes around those that need them");
        }
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < header.size(); i++) {
            if (!row.cells.get(i).isEmpty()) {
                members.put(header.get(i), row.cells.get(i));
            }
        }
        return Entry.of(row.line, members);
    }

    /** Blank lines are none. */
    private static List<Row> rows(String text) {
        var rows = new ArrayList<Row>();
        var reader = new CellReader(text);
        while (reader.hasMore()) {
            int line = reader.line;
            var cells = new ArrayList<String>();
            boolean isWhole = reader.readRow(cells);
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new Row(line, cells, isWhole));
            }
        }
        return rows;
    }

    private static final class CellReader {

        private final String text;
        private int next;
        private int line = 1;

        CellReader(String text) {
            this.text = text;
        }

        boolean hasMore() {
            return next < text.length();
        }

        /** False if its quotes are broken; then it ends with its line, or with the text. */
        boolean readRow(List<String> cells) {
            boolean isWhole = true;
            for (;;) {
                var cell = new StringBuilder();
                isWhole &= readCell(cell);
                cells.add(cell.toString());
                if (!hasMore()) {
                    return isWhole;
                }
                char end = text.charAt(next++);
                if (end == '\r' && hasMore() && text.charAt(next) == '\n') {
                    end = text.charAt(next++);
                }
                if (end != ',') {
                    line++;
                    return isWhole;
                }
            }
        }

        private boolean readCell(StringBuilder cell) {
            boolean isQuoted = hasMore() && text.charAt(next) == QUOTE;
            boolean isWhole = !isQuoted || readQuoted(cell);
            while (hasMore() && ",\r\n".indexOf(text.charAt(next)) < 0) {
                isWhole &= !isQuoted && text.charAt(next) != QUOTE;
                cell.append(text.charAt(next++));
            }
            return isWhole;
        }

        private boolean readQuoted(StringBuilder cell) {
            next++;
            while (hasMore()) {
                char character = text.charAt(next++);
                boolean isEscaped = character == QUOTE && hasMore() && text.charAt(next) == QUOTE;
                if (character == QUOTE && !isEscaped) {
                    return true;
                }
                next += isEscaped ? 1 : 0;
                line += character == '\n' ? 1 : 0;
                cell.append(character);
            }
            return false;
        }
    }
}
