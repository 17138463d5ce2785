package dev.corridor.application.organization;

import dev.corridor.application.Page;
import dev.corridor.application.organization.port.Letters;
import dev.corridor.domain.organization.LetterOfAuthorization;

public final class ListAuthorizationsService implements ListAuthorizations {

    private final Letters letters;

    public ListAuthorizationsService(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Page<LetterOfAuthorization> list(Command command) {
        return letters.page(command.caller().organization(), command.filter(), command.page());
    }
}
