package dev.corridor.testing.model;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/** The result of a step. */
sealed interface Outcome {

    record Answered(Object answer) implements Outcome {}

    record Refused(BusinessError error) implements Outcome {}

    /** A replayed response. */
    record AnsweredAgain(String answer) implements Outcome {

        private static final String BEGINNING_OF_TRANSACTION = "done: Transaction[id=";
        private static final int LENGTH_OF_ID = 36;

        Optional<TransactionId> transaction() {
            return Optional.of(answer)
                    .filter(text -> text.startsWith(BEGINNING_OF_TRANSACTION))
                    .map(text -> text.substring(BEGINNING_OF_TRANSACTION.length()).substring(0, LENGTH_OF_ID))
                    .map(TransactionId::parse);
        }
    }

    /** The outcome of a retry. */
    default Outcome again() {
        return switch (this) {
            case Answered answered -> new AnsweredAgain(textOf(answered.answer()));
            case Refused refused -> new AnsweredAgain(textOf(refused.error()));
            case AnsweredAgain again -> again;
        };
    }

    /** The stored response. */
    static String textOf(Object answer) {
        return "done: " + answer;
    }

    static String textOf(BusinessError refusal) {
        return "refused: " + refusal;
    }
}
