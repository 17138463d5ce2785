package dev.corridor.http.edge.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as text: comma-separated values with a header (RFC 4180). People open it in a spreadsheet, which takes a cell that begins like a
 * formula for one: free text that does gets an apostrophe in front, and is shown as the text it is.
 */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    /** What begins a formula, in its full-width form too. Source: OWASP, "CSV Injection". */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** By which a spreadsheet knows UTF-8; a program that does not expect it takes it for a part of the first column's name. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END_OF_LINE = "\r\n";

    private final StringBuilder text = new StringBuilder();
    private final int columns;

    public Csv(String... header) {
        this.columns = header.length;
        row(header);
    }

    /** Adds a row. Cells that hold what somebody wrote must have been made {@link #harmless}. */
    public Csv row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells");
        }
        text.append(Arrays.stream(cells).map(Csv::quoted).collect(Collectors.joining(","))).append(END_OF_LINE);
        return this;
    }

    /** Free text for a cell. What cannot be seen before a formula is as if it were not there. */
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
