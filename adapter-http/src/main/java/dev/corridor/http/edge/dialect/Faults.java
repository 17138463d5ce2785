package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.ValidationError.FieldFault;

/** Wording of field faults that several contracts share. */
final class Faults {

    private static final String MISSING = "is required";

    private Faults() {}

    /** A missing required field; see {@link dev.corridor.http.edge.validation.Required}. */
    static FieldFault missing(String field) {
        return new FieldFault(field, MISSING);
    }

    /** For contracts whose sentences have no full stop. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
