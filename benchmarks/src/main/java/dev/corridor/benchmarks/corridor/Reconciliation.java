package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.Measurement;
import java.util.ArrayList;
import java.util.List;

/** Compares the responses with the books: they contain each acknowledged pair, and nothing else. */
public final class Reconciliation {

    private static final String TRADES = "select count(*) from transactions where type = 'TRADE'";
    private static final String QUOTES = "select count(*) from quotes";

    private long expectedQuotes;
    private long expectedTrades;
    private long unknown;

    /** Starts with what is there now. */
    public static Reconciliation begin(Postgres postgres) {
        return new Reconciliation(postgres.number(QUOTES), postgres.number(TRADES));
    }

    private Reconciliation(long expectedQuotes, long expectedTrades) {
        this.expectedQuotes = expectedQuotes;
        this.expectedTrades = expectedTrades;
    }

    /** Requests without a response, or with a server error, may have taken effect. */
    public void add(Measurement trades) {
        expectedQuotes += trades.accepted().get(Trades.QUOTE);
        expectedTrades += trades.accepted().get(Trades.EXECUTE);
        unknown += trades.drops();
        trades.errors().forEach((error, count) -> unknown += error.startsWith("5") ? count : 0);
    }

    /** Counts trades that the benchmark itself wrote into the tables. */
    public void addWritten(long trades) {
        expectedQuotes += trades;
        expectedTrades += trades;
    }

    /** Empty if the books match. */
    public List<String> differences(Postgres postgres) {
        var differences = new ArrayList<String>();
        compare("quotes", expectedQuotes, postgres.number(QUOTES), differences);
        compare("trades", expectedTrades, postgres.number(TRADES), differences);
        return differences;
    }

    /** The result in one sentence, if the books match. */
    public String summary() {
        return String.format("%,d quotes and %,d trades were answered, and as many are in the books", expectedQuotes, expectedTrades)
                + (unknown == 0 ? "" : String.format(", or up to %,d more whose answers clients did not get", unknown))
                + ".";
    }

    private void compare(String things, long expected, long present, List<String> differences) {
        if (present < expected || present > expected + unknown) {
            differences.add(String.format(
                    "%,d %s were acknowledged and the result of %,d requests is unknown, but there are %,d.", expected, things, unknown, present));
        }
    }
}
