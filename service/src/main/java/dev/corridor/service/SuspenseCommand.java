package dev.corridor.service;

import com.fasterxml.jackson.core.JsonFactory;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.funding.ResolveReceipt;
import dev.corridor.application.funding.ResolveReceipt.Verdict;
import dev.corridor.application.funding.ResolveReceiptService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.funding.PostgresReceipts;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Lists what has arrived and is in no account, as JSON lines, the oldest first, and decides about it. */
final class SuspenseCommand implements Command {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 1000;
    private static final String RETURN = "return";
    private static final String ASSIGN = "assign";

    @Override
    public String name() {
        return "suspense";
    }

    @Override
    public List<String> parameters() {
        return List.of("[RECEIPT", "return|assign", "[ACCOUNT]", Evidence.OPTION, "TEXT]");
    }

    @Override
    public boolean takes(int arguments) {
        return Set.of(0, 4, 5).contains(arguments);
    }

    @Override
    public String summary() {
        return "lists what has arrived and is in no account, credits it to one, or records that it went back";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (arguments.isEmpty()) {
            return list(settings, output);
        }
        var receipt = MisuseException.parse(arguments.getFirst(), ReceiptId::parse, "a receipt's id is rcpt_ and 32 lower-case hex digits");
        var verdict = verdict(arguments.subList(1, arguments.size() - 2));
        var evidence = Evidence.of(arguments.subList(arguments.size() - 2, arguments.size()));
        return resolve(settings, new ResolveReceipt.Command(new Operator(), receipt, verdict, evidence, Origin.CONSOLE), output);
    }

    private static Verdict verdict(List<String> words) {
        if (words.equals(List.of(RETURN))) {
            return new Verdict.GiveBack();
        }
        if (words.size() == 2 && words.getFirst().equals(ASSIGN)) {
            return new Verdict.Assign(
                    MisuseException.parse(words.getLast(), AccountId::parse, "an account's id is acct_ and 32 lower-case hex digits"));
        }
        throw new MisuseException("a receipt is returned, or assigned to an account");
    }

    private static ExitCode list(Settings settings, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            new PostgresReceipts(database.owner(), AssetCatalogue.STANDARD).suspended(MOST).forEach(receipt -> output.println(json(receipt)));
            return ExitCode.DONE;
        }
    }

    private static String json(Suspended receipt) {
        var arrival = receipt.arrival();
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("receipt", receipt.id().toString());
            json.writeStringField("arrivedAt", arrival.arrivedAt().toString());
            json.writeStringField("rail", arrival.rail());
            json.writeStringField("reference", arrival.reference());
            switch (arrival.value()) {
                case Value.Known known -> {
                    json.writeStringField("asset", known.money().asset().code());
                    json.writeStringField("amount", known.money().decimal());
                }
                case Value.Foreign foreign -> {
                    json.writeStringField("asset", foreign.asset());
                    json.writeStringField("units", foreign.units().toString());
                }
            }
            json.writeStringField("reason", receipt.reason().name());
            json.writeStringField("payer", arrival.payer());
            json.writeStringField("payee", arrival.payee());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static ExitCode resolve(Settings settings, ResolveReceipt.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var assets = AssetCatalogue.STANDARD;
            try (var books = new PostgresBooks(database.owner(), assets, settings.books())) {
                var resolved = new ResolveReceiptService(
                        books,
                        new PostgresAccounts(database.owner(), assets, BatchScope.ANY),
                        new PostgresReceipts(database.owner(), assets),
                        new AuditLog(ClockAndIds.ids()),
                        ClockAndIds.clock())
                        .resolve(command);
                output.println("receipt " + resolved.id());
                output.println("state " + resolved.state());
                resolved.credit().ifPresent(credit -> output.println("transaction " + credit.transaction()));
                return ExitCode.DONE;
            }
        }
    }
}
