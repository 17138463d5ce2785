package dev.corridor.persistence.books.verify;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A rule of the books.
 *
 * @param name of the rule, in snake_case
 * @param violations a query with one row per violation; its columns are the facts
 */
public record Check(String name, String violations) implements RowMapper<Difference> {

    @Override
    public Difference map(ResultSet row, StatementContext context) throws SQLException {
        return new Difference(name, facts(row));
    }

    /** The columns of a row, by their names. */
    public static Map<String, String> facts(ResultSet row) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var fact = columns.getColumnLabel(i);
            facts.put(fact, text(fact, row.getObject(i)));
        }
        return facts;
    }

    /** Ids and times as in the API; missing values, such as a missing balance, are {@code null} as text. */
    private static String text(String fact, Object value) {
        return switch (value) {
            case UUID id -> text(fact, id);
            case Timestamp time -> time.toInstant().toString();
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
