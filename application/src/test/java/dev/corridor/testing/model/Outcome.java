package dev.corridor.testing.model;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/** What a step came to. */
sealed interface Outcome {

    record Answered(Object answer) implements Outcome {}

    record Refused(BusinessError error) implements Outcome {}

    /** The request was answered before, with that text. */
    record AnsweredAgain(String answer) implements Outcome {

        private static final String BEGINNING_OF_TRANSACTION = "done: Transaction[id=";
        private static final int LENGTH_OF_ID = 36;

        /** The transaction that the answer is about. */
        Optional<TransactionId> transaction() {
            return Optional.of(answer)
                    .filter(text -> text.startsWith(BEGINNING_OF_TRANSACTION))
                    .map(text -> text.substring(BEGINNING_OF_TRANSACTION.length()).substring(0, LENGTH_OF_ID))
                    .map(TransactionId::parse);
        }
    }

    /** The same outcome, as it is told to whoever asks again. */
    default Outcome again() {
        return switch (this) {
            case Answered answered -> new AnsweredAgain(textOf(answered.answer()));
            case Refused refused -> new AnsweredAgain(textOf(refused.error()));
            case AnsweredAgain again -> again;
        };
    }

    /** How an answer is written down, for when it is asked for again. */
    static String textOf(Object answer) {
        return "done: " + answer;
    }

    static String textOf(BusinessError refusal) {
        return "refused: " + refusal;
    }
}
