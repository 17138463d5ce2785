package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.DecidePayout;
import dev.corridor.application.transaction.DecidePayout.Verdict;
import dev.corridor.application.transaction.DecidePayoutService;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.transaction.PostgresBankOutbox;
import dev.corridor.persistence.transaction.PostgresTransactions;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Says what has become of a payout, which the operator has learned from the bank or seen on the chain. */
final class PayoutCommand implements Command {

    private static final Map<String, Verdict> VERDICTS = Map.of("settle", Verdict.SETTLE, "decline", Verdict.DECLINE, "return", Verdict.RETURN);

    @Override
    public String name() {
        return "payout";
    }

    @Override
    public List<String> parameters() {
        return List.of("TRANSACTION", "settle|decline|return", Evidence.OPTION, "TEXT", "[AMOUNT]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 4 || arguments == 5;
    }

    @Override
    public String summary() {
        return "ends a payout, or books money of it that has come back, all that is out or a part";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var payout = MisuseException.parse(
                arguments.getFirst(), TransactionId::parse, "a transaction's id is txn_ and 32 lower-case hex digits");
        var verdict = VERDICTS.get(arguments.get(1));
        var amount = arguments.stream().skip(4).findFirst();
        if (verdict == null || amount.isPresent() && verdict != Verdict.RETURN) {
            throw new MisuseException("a payout is settled, declined or returned; only a return has an amount");
        }
        var evidence = Evidence.of(arguments.subList(2, 4));
        return run(settings, new DecidePayout.Command(
                new Operator(), settings.environment(), payout, verdict, amount, evidence, Origin.CONSOLE, Once.eachTime()), output);
    }

    private static ExitCode run(Settings settings, DecidePayout.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var assets = AssetCatalogue.STANDARD;
            var audit = new AuditLog(ClockAndIds.ids());
            try (var books = new PostgresBooks(database.owner(), assets, settings.books())) {
                var decided = new DecidePayoutService(
                        books,
                        new PostgresTransactions(database.owner(), assets),
                        new PostgresBankOutbox(database.owner(), assets, settings.books().batchScope()),
                        new ReturnPayoutService(books, audit),
                        audit)
                        .decide(command);
                output.println("transaction " + decided.id());
                output.println("status " + decided.status());
                output.println("amount " + decided.amount());
                return ExitCode.DONE;
            }
        }
    }
}
