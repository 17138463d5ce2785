package dev.corridor.application.transaction;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.SettledTime;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

public final class GetStatementService implements GetStatement {

    private final Accounts accounts;
    private final Transactions transactions;
    private final SettledTime settledTime;

    public GetStatementService(Accounts accounts, Transactions transactions, SettledTime settledTime) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.settledTime = settledTime;
    }

    @Override
    public Statement drawUp(Command command) {
        var account = accounts.get(command.caller().organization(), command.account());
        return transactions
                .statement(account.organization(), account.id(), command.asset(), period(command), MAX_ENTRIES)
                .orElseThrow(() -> new BusinessException(new InvalidRequest(
                        "The period has more than " + MAX_ENTRIES + " entries. Ask for shorter periods, one after the other.")));
    }

    private Period period(Command command) {
        var until = command.until().orElseGet(settledTime::await);
        command.until().ifPresent(settledTime::awaitPast);
        var from = command.from().orElseGet(() -> beginningOfMonth(until));
        if (!from.isBefore(until)) {
            throw new BusinessException(new InvalidRequest("A period begins before it ends: " + from + " is not earlier than " + until + "."));
        }
        return new Period(from, until);
    }

    /** Of the month that has ended, at the moment at which the next one begins. */
    private static Instant beginningOfMonth(Instant until) {
        return until.minusMillis(1).atOffset(ZoneOffset.UTC).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
