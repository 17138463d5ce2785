package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;

/** Books money of a payout that has come back, which the operator has seen on the bank's statement or on the chain. */
final class ReturnPayoutCommand implements Command {

    private static final int MAX_EVIDENCE = 500;
    private static final String IDS = "an organization's id is org_ and 32 lower-case hex digits, a transaction's txn_ and as many";

    @Override
    public String name() {
        return "return-payout";
    }

    @Override
    public List<String> parameters() {
        return List.of("ORGANIZATION", "TRANSACTION", "EVIDENCE", "[AMOUNT]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 3 || arguments == 4;
    }

    @Override
    public String summary() {
        return "books money of a payout that has come back, all that is out or a part";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var evidence = arguments.get(2);
        if (evidence.isBlank() || evidence.length() > MAX_EVIDENCE) {
            throw new MisuseException(
                    "the evidence has 1 to " + MAX_EVIDENCE + " characters: a message of the bank, a transaction of the chain");
        }
        var organization = MisuseException.parse(arguments.getFirst(), OrganizationId::parse, IDS);
        var payout = MisuseException.parse(arguments.get(1), TransactionId::parse, IDS);
        var operator = Operator.actingFor(organization, settings.environment());
        var amount = arguments.stream().skip(3).findFirst();
        return run(settings, new ReturnPayout.Command(operator, payout, amount, evidence, Origin.CONSOLE, Once.eachTime()), output);
    }

    private static ExitCode run(Settings settings, ReturnPayout.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            try (var books = new PostgresBooks(database.owner(), AssetCatalogue.STANDARD)) {
                var returned = new ReturnPayoutService(books, new AuditLog(ClockAndIds.ids()))
                        .bringBack(command);
                output.println("return " + returned.id());
                output.println("amount " + returned.amount());
                return ExitCode.DONE;
            }
        }
    }
}
