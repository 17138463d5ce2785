package dev.corridor.application.beneficiary;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import java.time.Instant;
import java.time.InstantSource;

public final class RegisterBeneficiaryService implements RegisterBeneficiary {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public RegisterBeneficiaryService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Beneficiary register(Command command) {
        Beneficiary.requireRegistrable(
                command.nickname(), command.destination(), command.identity(), command.caller().environment());
        var id = new BeneficiaryId(ids.next());
        var now = clock.instant();
        var subjects = Subjects.account(command.caller(), command.account()).with(command.reference());
        return books.decide(command.once(), subjects, open -> decide(open, command, id, now));
    }

    private static Beneficiary decide(OpenBooks open, Command command, BeneficiaryId id, Instant now) {
        var account = open.account(command.account());
        var beneficiary = Beneficiary.register(
                id,
                account.organization(),
                account.id(),
                command.reference(),
                command.nickname(),
                command.destination(),
                command.identity(),
                command.tags(),
                command.metadata(),
                now);
        open.record(beneficiary);
        return beneficiary;
    }
}
