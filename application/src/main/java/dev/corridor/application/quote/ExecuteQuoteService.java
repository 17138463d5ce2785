package dev.corridor.application.quote;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;

public final class ExecuteQuoteService implements ExecuteQuote {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ExecuteQuoteService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Transaction execute(Command command) {
        var id = new TransactionId(ids.next());
        var subjects = Subjects.quote(command.caller().organization(), command.quote());
        return books.decide(command.once(), subjects, open -> decide(open, command.quote(), id));
    }

    /** The clock is read here, with the quote locked: a quote that expires while somebody waits for it has expired. */
    private Transaction decide(OpenBooks open, QuoteId quoteId, TransactionId id) {
        var quote = open.quote(quoteId);
        open.account(quote.account()).requireActive();
        var completed = quote.execute(clock.instant());
        open.record(completed);
        return open.post(Transaction.trade(id, completed));
    }
}
