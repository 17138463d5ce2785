package dev.corridor.http.edge.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A CSV table with a header (RFC 4180). Spreadsheets evaluate cells that begin like a formula, so free text with such a beginning is
 * prefixed with an apostrophe and shown as text.
 */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    /** First characters of formulas, including their full-width forms. Source: OWASP, "CSV Injection". */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** Tells spreadsheets that the text is UTF-8. Other programs may take it for part of the first column's name. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END_OF_LINE = "\r\n";

    private final StringBuilder text = new StringBuilder();
    private final int columns;

    public Csv(String... header) {
        this.columns = header.length;
        row(header);
    }

    /** Adds a row. Free text must be made {@link #harmless} first. */
    public Csv row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells");
        }
        text.append(Arrays.stream(cells).map(Csv::quoted).collect(Collectors.joining(","))).append(END_OF_LINE);
        return this;
    }

    /** Makes free text safe for a cell. Invisible characters before a formula are skipped, as spreadsheets do. */
    public static String harmless(String freeText) {
        int beginning = freeText.codePoints().filter(Csv::isVisible).findFirst().orElse(' ');
        return FORMULA.indexOf(beginning) >= 0 ? "'" + freeText : freeText;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n' || c == ';' || c == '\t');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
