package dev.corridor.persistence.books.verify;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.verify.Staged.Part;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/**
 * A rule of the books.
 *
 * @param name of the rule, in snake_case
 * @param parts what is read first, see {@link Staged}
 * @param violations a query with one row per violation; its columns are the facts
 */
public record Check(String name, List<Part> parts, String violations) {

    public Check(String name, String violations) {
        this(name, List.of(), violations);
    }

    /**
     * @param queries prepares a statement in a transaction, and may bind what that does not need
     * @param found receives the facts of each violation
     */
    public void each(Function<String, Query> queries, Consumer<Map<String, String>> found) {
        new Staged(parts, violations).each(queries, row -> found.accept(facts(row)));
    }

    /** The columns of a row, by their names. */
    private static Map<String, String> facts(ResultSet row) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var fact = columns.getColumnLabel(i);
            facts.put(fact, text(fact, row.getObject(i)));
        }
        return facts;
    }

    /** Ids and times as in the API; missing values, such as a missing balance, are {@code null} as text. */
    private static String text(String fact, Object value) throws SQLException {
        return switch (value) {
            case UUID id -> text(fact, id);
            case Timestamp time -> time.toInstant().toString();
            case Array texts -> Arrays.toString((Object[]) texts.getArray());
            case null, default -> String.valueOf(value);
        };
    }

    private static String text(String fact, UUID id) {
        return switch (fact) {
            case "organizationId" -> new OrganizationId(id).toString();
            case "accountId", "expectedAccountId", "originalAccountId", "quotedAccountId", "receiptAccountId", "creditAccountId" ->
                new AccountId(id).toString();
            case "transactionId", "reverses", "alsoReversedBy", "returnedPayout", "alsoOf", "creditTransactionId", "debitTransactionId",
                    "alsoCreditedBy" ->
                new TransactionId(id).toString();
            case "quoteId" -> new QuoteId(id).toString();
            case "receiptId" -> new ReceiptId(id).toString();
            default -> throw new IllegalArgumentException("unknown fact " + fact);
        };
    }
}
