package dev.corridor.service;

import com.fasterxml.jackson.core.JsonFactory;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.transaction.ReviewPayout;
import dev.corridor.application.transaction.ReviewPayout.Verdict;
import dev.corridor.application.transaction.ReviewPayoutService;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.transaction.PostgresHolds;
import dev.corridor.persistence.transaction.PostgresTransactions;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Lists the payouts that the screening wants a person to look at, as JSON lines, the oldest first, and decides about them. */
final class ReviewCommand implements Command {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 1000;
    private static final Map<String, Verdict> VERDICTS = Map.of("approve", Verdict.APPROVE, "reject", Verdict.REJECT);

    @Override
    public String name() {
        return "review";
    }

    @Override
    public List<String> parameters() {
        return List.of("[TRANSACTION", "approve|reject", Evidence.OPTION, "TEXT]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0 || arguments == 4;
    }

    @Override
    public String summary() {
        return "lists the payouts that the screening wants to be looked at, or approves or rejects one";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (arguments.isEmpty()) {
            return list(settings, output);
        }
        var payout = MisuseException.parse(
                arguments.getFirst(), TransactionId::parse, "a transaction's id is txn_ and 32 lower-case hex digits");
        var verdict = VERDICTS.get(arguments.get(1));
        if (verdict == null) {
            throw new MisuseException("a payout is approved or rejected");
        }
        return review(settings, new ReviewPayout.Command(payout, verdict, Evidence.of(arguments.subList(2, 4)), Origin.CONSOLE), output);
    }

    private static ExitCode list(Settings settings, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var transactions = new PostgresTransactions(database.owner(), AssetCatalogue.STANDARD);
            new PostgresHolds(database.owner()).underReview(MOST).stream()
                    .flatMap(waiting -> transactions.find(waiting.organization(), waiting.payout()).stream())
                    .forEach(payout -> output.println(json(payout)));
            return ExitCode.DONE;
        }
    }

    private static String json(Transaction payout) {
        var hold = payout.hold().orElseThrow();
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("transaction", payout.id().toString());
            json.writeStringField("organization", payout.organization().toString());
            json.writeStringField("type", payout.type().name());
            json.writeStringField("amount", payout.amount().decimal());
            json.writeStringField("asset", payout.amount().asset().code());
            json.writeStringField("beneficiary", payout.beneficiary().orElseThrow().toString());
            json.writeStringField("maker", hold.maker());
            json.writeStringField("createdAt", payout.createdAt().toString());
            json.writeStringField("expiresAt", hold.expiresAt().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static ExitCode review(Settings settings, ReviewPayout.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var assets = AssetCatalogue.STANDARD;
            try (var books = new PostgresBooks(database.owner(), assets, settings.books())) {
                var reviewed = new ReviewPayoutService(
                        books, new PostgresTransactions(database.owner(), assets), new AuditLog(ClockAndIds.ids()))
                        .review(command);
                output.println("transaction " + reviewed.id());
                output.println("status " + reviewed.status());
                return ExitCode.DONE;
            }
        }
    }
}
