package dev.corridor.persistence.books;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.account.AccountRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Decisions as they are taken under load, on an account that is never kept, so that the code is compiled when the first real ones come. The
 * transaction is to be rolled back.
 */
final class Rehearsal {

    private static final int ROUNDS = 60;
    private static final int LARGEST_BATCH = 32;

    private final BatchSubjects subjects;
    private final Handle handle;
    private final Asset bought;
    private final Money amount;
    private final Account account;

    Rehearsal(BatchSubjects subjects, AssetCatalogue assets, Handle handle) {
        this.subjects = subjects;
        this.handle = handle;
        var two = assets.all().iterator();
        this.amount = Money.ofUnits(1_000_000, two.next());
        this.bought = two.next();
        var organization = new OrganizationId(UUID.randomUUID());
        this.account = Account.open(new AccountId(UUID.randomUUID()), organization, "", "", false, Instant.now());
    }

    void run() {
        var opening = new Pipeline();
        AccountRows.record(List.of(account), opening);
        opening.run(handle);
        for (int round = 1; round <= ROUNDS; round++) {
            int size = 1 + round % LARGEST_BATCH;
            var quotes = Stream.generate(this::quote).limit(size).toList();
            rehearse(Stream.of(deposit(size)));
            rehearse(quotes.stream().map(this::issue));
            rehearse(quotes.stream().map(this::execute));
        }
    }

    /** Events are numbered by their transaction, which is one for all rounds: they make room for those of the next. */
    private void rehearse(Stream<PendingDecision<?>> decisions) {
        new Batch(subjects, decisions.toList()).rehearse(handle);
        handle.execute("delete from events where organization_id = ?", account.organization().uuid());
    }

    private Quote quote() {
        var conversion = QuotePolicy.STANDARD.spreads().sell(amount, Rate.of("1", amount.asset(), bought));
        var id = QuoteId.of(UUID.randomUUID(), account.id());
        return Quote.issue(id, account.organization(), account.id(), conversion, QuotePolicy.STANDARD, Instant.now());
    }

    private PendingDecision<Transaction> deposit(int quotes) {
        var enough = Money.ofUnits(amount.units() * quotes, amount.asset());
        var payin = Transaction.payin(new TransactionId(UUID.randomUUID()), account.organization(), account.id(), enough, Instant.now());
        return new PendingDecision<>(Subjects.account(account.organization(), account.id()), open -> open.post(payin));
    }

    private PendingDecision<Quote> issue(Quote quote) {
        var answer = answer(quote);
        return new PendingDecision<>(Subjects.account(account.organization(), account.id()).with(answer.key()), open -> {
            open.account(quote.account()).requireActive();
            open.record(quote);
            open.record(answer);
            return quote;
        });
    }

    private PendingDecision<Transaction> execute(Quote quote) {
        var answer = answer(quote);
        var id = new TransactionId(UUID.randomUUID());
        return new PendingDecision<>(Subjects.quote(account.organization(), quote.id()).with(answer.key()), open -> {
            var completed = open.quote(quote.id()).execute(Instant.now());
            open.record(completed);
            open.record(answer);
            return open.post(Transaction.trade(id, completed));
        });
    }

    private IdempotencyRecord answer(Quote quote) {
        var key = new IdempotencyKey(account.organization(), UUID.randomUUID().toString(), "POST", "/rehearsal/" + quote.id());
        var fingerprint = Fingerprint.of(Map.of("amount", amount.toString()));
        return new IdempotencyRecord(key, fingerprint, quote.toString(), Instant.now());
    }
}
