package dev.corridor.application.quote;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Transaction;

public final class ExecuteQuoteService implements ExecuteQuote {

    private final Books books;

    public ExecuteQuoteService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction execute(Command command) {
        var subjects = Subjects.quote(command.caller().organization(), command.quote());
        return books.decide(command.once(), subjects, open -> decide(open, command.quote()));
    }

    /** The time is that of the decision, with the quote locked: a quote that expires while somebody waits for it has expired. */
    private static Transaction decide(OpenBooks open, QuoteId quoteId) {
        var quote = open.quote(quoteId);
        open.account(quote.account()).requireActive();
        var completed = quote.execute(open.now());
        open.record(completed);
        return open.post(Transaction.trade(open.newTransactionId(), completed));
    }
}
