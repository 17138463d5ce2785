package dev.corridor.persistence.books.verify;

import dev.corridor.domain.closing.Closing;
import dev.corridor.domain.closing.Lines;
import dev.corridor.persistence.closing.LedgerMonth.HousePlace;
import dev.corridor.persistence.closing.PostgresClosings;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** The chain of closed months: each is as it was written, follows the one before it, and has the balances that were stored with it. */
final class ClosingChecks {

    private final Function<String, Query> queries;
    private final boolean recomputes;
    private final Consumer<Difference> found;

    /** @param recomputes whether the postings of closed months are read again */
    ClosingChecks(Function<String, Query> queries, boolean recomputes, Consumer<Difference> found) {
        this.queries = queries;
        this.recomputes = recomputes;
        this.found = found;
    }

    /** Answers the newest closing. */
    Optional<Closing> verify() {
        var before = Optional.<Closing>empty();
        Map<HousePlace, BigInteger> house = new TreeMap<>();
        for (var stored : PostgresClosings.all(queries)) {
            var closing = stored.closing();
            if (!stored.hash().equals(closing.hash())) {
                report("closing_unlike_its_hash", closing, Map.of("hash", stored.hash(), "expectedHash", closing.hash()));
            }
            if (!before.map(closing::follows).orElse(closing.previous().equals(Closing.NONE))) {
                report("closing_without_its_predecessor", closing, Map.of("previous", closing.previous()));
            }
            compare("closed_balances_unlike_their_closing", "balances", closing, closing.balances(),
                    PostgresClosings.balancesOf(closing.month(), queries));
            var houseBefore = house;
            house = PostgresClosings.houseAfter(closing.month(), queries);
            compare("closed_balances_unlike_their_closing", "house", closing, closing.house(), PostgresClosings.linesOf(house));
            if (recomputes) {
                var month = PostgresClosings.recompute(closing, before.isEmpty(), houseBefore, queries);
                compare("closed_month_altered", "postings", closing, closing.postings(), month.postings());
                compare("closed_month_altered", "balances", closing, closing.balances(), month.balances());
                compare("closed_month_altered", "house", closing, closing.house(), PostgresClosings.linesOf(month.house()));
            }
            before = Optional.of(closing);
        }
        return before;
    }

    private void compare(String check, String what, Closing closing, Lines expected, Lines lines) {
        if (!lines.equals(expected)) {
            var facts = new LinkedHashMap<String, String>();
            facts.put("what", what);
            facts.put("lines", Long.toString(lines.count()));
            facts.put("closedLines", Long.toString(expected.count()));
            facts.put("hash", lines.hash());
            facts.put("closedHash", expected.hash());
            report(check, closing, facts);
        }
    }

    private void report(String check, Closing closing, Map<String, String> more) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("month", closing.month().toString());
        facts.putAll(new TreeMap<>(more));
        found.accept(new Difference(check, facts));
    }
}
