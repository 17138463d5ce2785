package dev.corridor.application.beneficiary;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.beneficiary.Beneficiary;
import java.time.InstantSource;

public final class ArchiveBeneficiaryService implements ArchiveBeneficiary {

    private final Books books;
    private final InstantSource clock;

    public ArchiveBeneficiaryService(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public Beneficiary archive(Command command) {
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary());
        return books.decide(command.once(), subjects, open -> {
            var account = open.account(command.account());
            var archived = open.beneficiary(account.id(), command.beneficiary()).archive(clock.instant());
            open.record(archived);
            return archived;
        });
    }
}
