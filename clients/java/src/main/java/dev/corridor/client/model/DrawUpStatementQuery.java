package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;

/** Filters of {@code drawUpStatement}. */
public final class DrawUpStatementQuery extends Members<DrawUpStatementQuery> {

    private DrawUpStatementQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static DrawUpStatementQuery of() {
        return new DrawUpStatementQuery(Map.of());
    }

    @Override
    DrawUpStatementQuery copy(Map<String, Object> values) {
        return new DrawUpStatementQuery(values);
    }

    /** The beginning of the period, inclusive; ISO 8601, UTC; by default the beginning of the month in which it ends. */
    public DrawUpStatementQuery from(Instant from) {
        return with("from", from);
    }

    /** The end of the period, exclusive, in the past; ISO 8601, UTC; now by default. */
    public DrawUpStatementQuery to(Instant to) {
        return with("to", to);
    }

    /** True puts a byte order mark before a table, which tells spreadsheets that it is UTF-8. */
    public DrawUpStatementQuery bom(boolean bom) {
        return with("bom", bom);
    }
}
