package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.ValidationError.FieldFault;

/** What several contracts say of faults in the same words. */
final class Faults {

    private static final String MISSING = "is required";

    private Faults() {}

    /** A field that is required and not there; see {@link dev.corridor.http.edge.validation.Required}. */
    static FieldFault missing(String field) {
        return new FieldFault(field, MISSING);
    }

    /** The sentence as those write it who end none with a full stop. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
