package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.organization.port.Letters;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Comparator;
import java.util.Optional;

final class InMemoryLetters implements Letters {

    private final Memory memory;

    InMemoryLetters(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<LetterOfAuthorization> find(OrganizationId granting, OrganizationId authorized) {
        synchronized (memory) {
            return memory.lettersOf(granting).stream().filter(letter -> letter.authorized().equals(authorized)).findAny();
        }
    }

    @Override
    public Page<LetterOfAuthorization> page(OrganizationId party, LetterFilter filter, PageRequest<LetterId> request) {
        synchronized (memory) {
            var found = memory.letters.values().stream()
                    .filter(letter -> filter.wants(letter, party))
                    .filter(letter -> request.after().filter(after -> letter.id().toString().compareTo(after.toString()) >= 0).isEmpty())
                    .sorted(Comparator.comparing((LetterOfAuthorization letter) -> letter.id().toString()).reversed())
                    .toList();
            return Page.of(found, request.limit());
        }
    }
}
