package dev.corridor.persistence.books.verify;

/**
 * Walks along a key of a table in ranges. Checks take the range as {@code :from} (inclusive), {@code :until} (exclusive) and {@code :last}
 * (the last range has no end). The ranges cover all possible keys, so a check may also find rows of other tables without a row here.
 *
 * <p>A range is small however large the books are: its sorts and joins fit into memory, and progress is frequent.
 *
 * @param subject of the progress, in words
 * @param first the lowest possible key
 */
record KeyRanges(String subject, String table, String key, Object first) {

    /** With three postings each, a range of transactions is a few megabytes. */
    static final int ROWS = 10_000;

    /** The same, without the keys before that one. */
    KeyRanges from(Object later) {
        return new KeyRanges(subject, table, key, later);
    }

    /** Always greater than {@code :from}, so that many rows with one key cannot cause an endless loop; no row in the last range. */
    String selectNext() {
        return "select " + key + " from " + table + " where " + key + " > :from order by " + key + " offset :rowsBefore limit 1";
    }
}
