package dev.corridor.application.account;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import java.time.InstantSource;

public final class OpenAccountService implements OpenAccount {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public OpenAccountService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Account open(Command command) {
        var organization = command.caller().organization();
        var account = Account.open(
                new AccountId(ids.next()), organization, command.reference(), command.name(), command.description(), false, clock.instant());
        return books.decide(command.once(), Subjects.organization(command.caller()).with(command.reference()), open -> {
            open.record(account);
            return account;
        });
    }
}
