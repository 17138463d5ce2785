package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.BankOutbox.Waiting;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.DispatchReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Each step is durable before the next begins, and can be repeated by another node after a crash: claim, draw the file and store it with its payouts,
 * hand it over, record that. Only stored files are handed over.
 */
public final class SendBankFilesService implements SendBankFiles {

    private static final Logger LOG = System.getLogger(SendBankFilesService.class.getName());

    private final List<Bank> banks;
    private final BankOutbox outbox;
    private final InstantSource clock;
    private final BackOff backOff;
    private final RailWatch watch;

    public SendBankFilesService(List<Bank> banks, BankOutbox outbox, InstantSource clock, RandomGenerator random, RailWatch watch) {
        this.banks = List.copyOf(banks);
        this.outbox = outbox;
        this.clock = clock;
        this.backOff = new BackOff(random);
        this.watch = watch;
    }

    @Override
    public int send(Command command) {
        return banks.stream().mapToInt(bank -> send(bank, command)).max().orElse(0);
    }

    private int send(Bank bank, Command command) {
        outbox.claimFiles(bank.name(), clock.instant(), command.lease(), command.limit()).forEach(file -> tryToHandOver(file, bank));
        var waiting = outbox.claim(bank.name(), clock.instant(), command.lease(), command.limit());
        byKind(waiting).forEach(orders -> tryToFile(orders, bank));
        return waiting.size();
    }

    private record Kind(BankMethod method, Asset asset) {}

    private static Iterable<List<Waiting<BankOrder>>> byKind(List<Waiting<BankOrder>> waiting) {
        return waiting.stream()
                .collect(Collectors.groupingBy(
                        each -> new Kind(each.work().account().method(), each.work().amount().asset()), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** An order that cannot be written does not keep the others waiting: then each gets a file of its own. */
    private void tryToFile(List<Waiting<BankOrder>> waiting, Bank bank) {
        var orders = waiting.stream().map(Waiting::work).toList();
        BankFile file;
        try {
            file = bank.draw(outbox.nextNumber(bank.name()), orders, clock.instant());
        } catch (RuntimeException e) {
            if (waiting.size() > 1) {
                waiting.forEach(each -> tryToFile(List.of(each), bank));
            } else {
                postpone(waiting.getFirst(), e);
            }
            return;
        }
        if (outbox.store(file, orders, clock.instant())) {
            tryToHandOver(new Waiting<>(file, 0), bank);
        }
    }

    private void postpone(Waiting<BankOrder> order, RuntimeException cause) {
        LOG.log(Level.ERROR, order.work() + " cannot be written; it stays LOCKED until its next turn", cause);
        outbox.postpone(order.work(), backOff.after(order.failures()), DispatchReason.UNWRITABLE);
    }

    private void tryToHandOver(Waiting<BankFile> file, Bank bank) {
        try {
            bank.handOver(file.work());
            watch.sent(bank.name(), Sending.ACCEPTED);
            outbox.handedOver(file.work(), clock.instant());
        } catch (RuntimeException e) {
            watch.sent(bank.name(), Sending.UNKNOWN);
            LOG.log(Level.WARNING, "Could not hand over " + file.work() + "; its payouts stay LOCKED until its next turn", e);
            outbox.postpone(file.work(), backOff.after(file.failures()), DispatchReason.UNAVAILABLE);
        }
    }
}
