package dev.corridor.domain.transaction;

import java.util.Optional;

/**
 * A file of payment orders, as the bank gets it. Handing the same file over again is harmless: its name is the same, and banks take a message id once.
 *
 * @param bank by its name in the configuration
 * @param number no other file of the bank has it
 */
public record BankFile(String bank, long number, String content) {

    /** The longest name of a bank, so that a message id has no more than 35 characters. */
    public static final int MAX_BANK_NAME = 16;

    /** Names the message in all that the bank says of it. */
    public String messageId() {
        return messageId(bank, number);
    }

    public static String messageId(String bank, long number) {
        return "%s-%010d".formatted(bank, number);
    }

    /** The number of the bank's file with that message id. Empty if Corridor has not given it. */
    public static Optional<Long> numberOf(String messageId, String bank) {
        var digits = messageId.substring(messageId.lastIndexOf('-') + 1);
        return Optional.of(digits)
                .filter(text -> text.matches("[0-9]{10,18}"))
                .map(Long::valueOf)
                .filter(number -> messageId(bank, number).equals(messageId));
    }

    /** Leaves out the content, which is personal data. */
    @Override
    public String toString() {
        return "BankFile[" + messageId() + "]";
    }
}
