package dev.corridor.service;

import dev.corridor.domain.closing.Closing;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.VerificationFailedException;
import dev.corridor.persistence.closing.ClosingRefusedException;
import dev.corridor.persistence.closing.PostgresClosings;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Closes a month of the ledger, if the books add up, and prints what it comes to as a JSON object. The service may run meanwhile. */
final class CloseMonthCommand implements Command {

    @Override
    public String name() {
        return "close-month";
    }

    @Override
    public List<String> parameters() {
        return List.of("[YYYY-MM]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments <= 1;
    }

    @Override
    public String summary() {
        return "closes the next month of the ledger, once it has ended";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var named = arguments.stream().findFirst().map(CloseMonthCommand::month);
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var closings = new PostgresClosings(database.owner());
            var month = named.or(closings::next);
            if (month.isEmpty()) {
                output.println("every month that has ended is closed");
                return ExitCode.DONE;
            }
            return close(month.get(), closings, new BooksVerifier(database.owner()), output);
        } catch (ClosingRefusedException | VerificationFailedException e) {
            output.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    /** The month ends before the books are verified, so that nothing comes after that. */
    private static ExitCode close(YearMonth month, PostgresClosings closings, BooksVerifier verifier, PrintStream output) {
        closings.end(month);
        var differences = new AtomicLong();
        verifier.verify(difference -> {
            differences.incrementAndGet();
            output.println(JsonLine.of(Map.of("check", difference.check()), difference.facts()));
        });
        if (differences.get() > 0) {
            output.println(month + " is not closed: the books do not add up");
            return ExitCode.FAILED;
        }
        output.println(JsonLine.of(Map.of("month", month.toString()), facts(closings.close(month))));
        return ExitCode.DONE;
    }

    private static Map<String, String> facts(Closing closing) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("postings", Long.toString(closing.postings().count()));
        facts.put("balances", Long.toString(closing.balances().count()));
        facts.put("previous", closing.previous());
        facts.put("hash", closing.hash());
        return facts;
    }

    private static YearMonth month(String text) {
        return Optional.of(text).filter(word -> word.matches("[0-9]{4}-[0-9]{2}")).map(word -> {
            try {
                return YearMonth.parse(word);
            } catch (DateTimeParseException e) {
                throw new MisuseException("no such month: " + word);
            }
        }).orElseThrow(() -> new MisuseException("say a month as YYYY-MM"));
    }
}
