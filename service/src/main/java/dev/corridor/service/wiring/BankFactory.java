package dev.corridor.service.wiring;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Books;
import dev.corridor.application.funding.BankNotices;
import dev.corridor.application.funding.ReadBankFiles;
import dev.corridor.application.funding.ReadBankFilesService;
import dev.corridor.application.funding.RecordReceipt;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.SendBankFiles;
import dev.corridor.application.transaction.SendBankFilesService;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.bank.IsoBank;
import dev.corridor.bank.SimulatedBank;
import dev.corridor.bank.folder.Folders;
import dev.corridor.bank.folder.LocalFolders;
import dev.corridor.bank.folder.SftpFolders;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import dev.corridor.persistence.funding.PostgresBankBookings;
import dev.corridor.persistence.funding.PostgresBankInbox;
import dev.corridor.persistence.transaction.PostgresBankOutbox;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.rails.Rails.Exchange;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Banks: what goes to them, and what they say. */
@Factory
final class BankFactory {

    /** Longer than it takes to draw and write a file. Two nodes with the same one do no harm. */
    private static final Duration FILE_LEASE = Duration.ofSeconds(30);

    /** Banks limit how often their servers are asked. */
    private static final Duration LOOKS_APART = Duration.ofSeconds(30);

    private static final int ORDERS_OF_A_FILE = 500;
    private static final int FILES_OF_A_RUN = 100;

    /** In the order in which they are asked. */
    record Banks(List<Bank> all) {}

    /** Those of the file come first. Live payouts never use the simulated bank. */
    @Singleton
    Banks banks(Settings settings, InstantSource clock) {
        var banks = new ArrayList<Bank>();
        settings.rails().banks().forEach(
                bank -> banks.add(new IsoBank(bank.name(), bank.currencies(), bank.account(), folders(bank.exchange(), clock))));
        if (settings.environment() == Environment.SANDBOX) {
            banks.add(new SimulatedBank(clock));
        }
        return new Banks(banks);
    }

    private static Folders folders(Exchange exchange, InstantSource clock) {
        return switch (exchange) {
            case Exchange.Local local -> new LocalFolders(local.outbox(), local.inbox());
            case Exchange.Sftp sftp -> new SftpFolders(sftp.server(), sftp.outbox(), sftp.inbox(), LOOKS_APART, clock);
        };
    }

    @Singleton
    BankOutbox bankOutbox(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresBankOutbox(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    SendBankFiles sendBankFiles(Banks banks, BankOutbox outbox, InstantSource clock, RailWatch watch) {
        return new SendBankFilesService(banks.all(), outbox, clock, RandomGenerator.getDefault(), watch);
    }

    @Singleton
    ReadBankFiles readBankFiles(
            Banks banks,
            Books books,
            BankOutbox outbox,
            RecordReceipt recordReceipt,
            Receipts receipts,
            Accounts accounts,
            FundingMethods methods,
            DataSource dataSource,
            AssetCatalogue assets,
            InstantSource clock) {
        var notices = new BankNotices(books, outbox, recordReceipt, receipts, accounts, methods, assets, clock);
        return new ReadBankFilesService(
                banks.all(), new PostgresBankInbox(dataSource), new PostgresBankBookings(dataSource), notices, clock);
    }

    /** Takes fiat payouts to their banks. */
    @Singleton
    Upkeep bankFiles(SendBankFiles sendBankFiles) {
        var send = Upkeep.inBatchesOf(ORDERS_OF_A_FILE, limit -> sendBankFiles.send(new SendBankFiles.Command(FILE_LEASE, limit)));
        return Upkeep.every(Duration.ofSeconds(1), "sending bank files", send);
    }

    /** Does what banks say. */
    @Singleton
    Upkeep bankReports(ReadBankFiles readBankFiles) {
        var read = Upkeep.inBatchesOf(FILES_OF_A_RUN, limit -> readBankFiles.read(new ReadBankFiles.Command(limit)));
        return Upkeep.every(Duration.ofSeconds(1), "reading bank files", read);
    }
}
