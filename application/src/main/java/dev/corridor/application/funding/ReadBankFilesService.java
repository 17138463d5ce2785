package dev.corridor.application.funding;

import dev.corridor.application.funding.port.BankBookings;
import dev.corridor.application.funding.port.BankInbox;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.Bank.Content;
import dev.corridor.application.transaction.port.Bank.Mail;
import dev.corridor.application.transaction.port.Bank.Unavailable;
import dev.corridor.application.transaction.port.BankNotice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A file is recorded as taken after all that it says: a crash in between says it again, and everything that it says takes effect once. */
public final class ReadBankFilesService implements ReadBankFiles {

    private static final Logger LOG = System.getLogger(ReadBankFilesService.class.getName());

    /** How long a file waits for a payout that it names: a database that is brought back from a backup is complete by then. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final List<Bank> banks;
    private final BankInbox inbox;
    private final BankBookings booked;
    private final BankNotices notices;
    private final InstantSource clock;

    public ReadBankFilesService(List<Bank> banks, BankInbox inbox, BankBookings booked, BankNotices notices, InstantSource clock) {
        this.banks = List.copyOf(banks);
        this.inbox = inbox;
        this.booked = booked;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public int read(Command command) {
        return banks.stream().mapToInt(bank -> read(bank, command.limit())).max().orElse(0);
    }

    private int read(Bank bank, int limit) {
        try {
            return (int) bank.mail(clock.instant(), limit).stream().filter(mail -> tryToTake(mail, bank)).count();
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "The mail of the bank " + bank.name() + " cannot be read now", e);
            return 0;
        }
    }

    /** A file that fails does not keep the others waiting. */
    private boolean tryToTake(Mail mail, Bank bank) {
        try {
            return switch (mail.content()) {
                case Content.Unreadable unreadable -> putAside(mail, unreadable.reason(), bank);
                case Content.Report report -> take(mail, report, bank);
            };
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, mail.name() + " of the bank " + bank.name() + " could not be taken; it stays there", e);
            return false;
        }
    }

    private boolean take(Mail mail, Content.Report report, Bank bank) {
        if (!inbox.isTaken(bank.name(), mail.digest())) {
            var bookings = report.notices().stream().flatMap(notice -> notices.booked(notice, bank.name()).stream()).toList();
            var unknown = report.notices().stream().filter(notice -> !notices.apply(notice, bank.name())).toList();
            booked.keep(bank.name(), bookings, clock.instant());
            if (!unknown.isEmpty()) {
                return !isWaiting(mail) && putAside(mail, "names payouts that are not in the books: " + unknown, bank);
            }
            inbox.take(bank.name(), mail.digest(), mail.name(), clock.instant());
        }
        bank.archive(mail);
        return true;
    }

    private boolean isWaiting(Mail mail) {
        return clock.instant().isBefore(mail.writtenAt().plus(PATIENCE));
    }

    private static boolean putAside(Mail mail, String reason, Bank bank) {
        LOG.log(Level.WARNING, "{0} of the bank {1} is put aside: it {2}", mail.name(), bank.name(), reason);
        bank.putAside(mail, reason);
        return true;
    }
}
