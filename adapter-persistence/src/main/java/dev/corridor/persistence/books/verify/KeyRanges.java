package dev.corridor.persistence.books.verify;

/**
 * A table that is looked through along a key, a range of keys at a time, by checks that take the range as {@code :from} (inclusive),
 * {@code :until} (exclusive) and {@code :last} (the last range has no end). The ranges cover every key that there could be, so what a check
 * looks at may be in another table, and not in this one at all.
 *
 * <p>However large the books are, a range is small: its sorts and joins fit into memory, and one is done before anybody would lose patience.
 *
 * @param subject what is looked through, in words
 * @param first no key is before it
 */
record KeyRanges(String subject, String table, String key, Object first) {

    /** With five entries each, a range of transactions is a few megabytes. */
    static final int ROWS = 10_000;

    /** Always after {@code :from}, or there would be no end where many rows have one key; no row in the last range. */
    String selectNext() {
        return "select " + key + " from " + table + " where " + key + " > :from order by " + key + " offset :rowsBefore limit 1";
    }
}
