package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Instant;
import java.util.List;

/**
 * A bank where the house has an account. Only {@link #name} and {@link #pays} are part of a decision; what goes out or comes in may take as long as a
 * network call.
 */
public interface Bank {

    /** Its name in the configuration, which must stay the same while payouts are under way. */
    String name();

    /** Whether payouts can go over it. No I/O. */
    boolean pays(BankMethod method, Asset asset);

    /**
     * Writes the file with that number, without handing it over. No I/O.
     *
     * @param orders all of one method and asset
     */
    BankFile draw(long number, List<BankOrder> orders, Instant now);

    /**
     * Hands the file over; idempotent.
     *
     * @throws Unavailable if it is not certain that the bank has it
     */
    void handOver(BankFile file);

    /**
     * Files that the bank has finished writing, the oldest first. A file that is still being written is left alone.
     *
     * @throws Unavailable if the bank cannot be reached
     */
    List<Mail> mail(Instant now, int limit);

    /** Takes a file out of the way, once all that it says is done. No effect on one that is gone. */
    void archive(Mail mail);

    /** Keeps a file for the operator, with the reason beside it. No effect on one that is gone. */
    void putAside(Mail mail, String reason);

    /**
     * A file of the bank.
     *
     * @param digest SHA-256 of its bytes, in hex
     */
    record Mail(String name, String digest, Instant writtenAt, Content content) {}

    sealed interface Content {

        record Report(List<BankNotice> notices) implements Content {

            public Report {
                notices = List.copyOf(notices);
            }
        }

        /** @param reason goes on from the file's name, such as "is about another account" */
        record Unreadable(String reason) implements Content {}
    }

    /** The bank cannot be reached. It passes. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
