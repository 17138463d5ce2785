package dev.corridor.application.account;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditAction;
import java.util.Map;

public final class ChangeAccountService implements ChangeAccount {

    private static final AuditAction CHANGED = new AuditAction("account.changed");

    private final Books books;
    private final AuditLog audit;

    public ChangeAccountService(Books books, AuditLog audit) {
        this.books = books;
        this.audit = audit;
    }

    @Override
    public Account change(Command command) {
        var subjects = Subjects.account(command.caller(), command.account());
        return books.decide(command.once(), subjects, open -> change(open, command));
    }

    private Account change(OpenBooks open, Command command) {
        var account = open.account(command.account());
        var renamed = command.name().isPresent() || command.description().isPresent()
                ? account.rename(command.name().orElse(account.name()), command.description().orElse(account.description()), open.now())
                : account;
        var changed = command.status().map(next -> renamed.turn(next, open.balances(account.id()), open.now())).orElse(renamed);
        if (!changed.equals(account)) {
            open.record(changed);
            open.record(audit.draw(
                    account.organization(),
                    command.caller().principal(),
                    CHANGED,
                    account.id(),
                    Map.of("name", changed.name(), "description", changed.description(), "status", changed.status().name()),
                    command.origin(),
                    open.now()));
        }
        return changed;
    }
}
