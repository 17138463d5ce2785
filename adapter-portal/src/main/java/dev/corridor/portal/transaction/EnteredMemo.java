package dev.corridor.portal.transaction;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.portal.door.Entered;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.Visitor;
import java.util.List;
import java.util.Map;

/** The reference and the description of a form that moves money. */
final class EnteredMemo {

    /** Source: the notes of the API's payouts. */
    private static final int MAX_DESCRIPTION = 500;

    private EnteredMemo() {}

    static Memo of(Visitor visitor, Form form) {
        var reference = form.find("reference").map(text -> Entered.parse(
                form,
                "reference",
                given -> new Reference(visitor.caller().organization(), Kind.TRANSACTION, given),
                "must have 1 to " + Reference.MAX_LENGTH + " characters that can be seen"));
        var description = form.find("description").orElse("");
        if (description.length() > MAX_DESCRIPTION) {
            throw new BusinessException(ValidationError.of("description", "must have at most " + MAX_DESCRIPTION + " characters"));
        }
        return new Memo(reference, description, List.of(), Map.of());
    }
}
