package dev.corridor.application.organization;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;

/** Lists the letters of authorization of which the caller's organization is a party, newest first. */
public interface ListAuthorizations {

    @Refuses({})
    Page<LetterOfAuthorization> list(Command command);

    record Command(Caller caller, LetterFilter filter, PageRequest<LetterId> page) {}
}
