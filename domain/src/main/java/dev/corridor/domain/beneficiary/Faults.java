package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.text.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All faults of the fields of a beneficiary, so that a client can mend them at once. */
final class Faults {

    private final List<FieldFault> faults = new ArrayList<>();

    void require(boolean right, String field, String reason) {
        if (!right) {
            faults.add(new FieldFault(field, reason));
        }
    }

    /** Texts are empty where nothing was given. */
    void requireIfGiven(String text, Predicate<String> isRight, String field, String reason) {
        require(text.isEmpty() || isRight.test(text), field, reason);
    }

    void requireIfGiven(String text, Check<String> check, String field) {
        requireIfGiven(text, check::accepts, field, check.reason());
    }

    List<FieldFault> all() {
        return List.copyOf(faults);
    }
}
