package dev.corridor.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.Symbol;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A JSON ticker API. Symbols are fetched concurrently, and a failed one does not affect the others. */
public final class JsonTickerRates implements RateSource {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Symbol> symbols;
    private final TickerFormat format;
    private final Upstream upstream;

    public JsonTickerRates(List<Symbol> symbols, TickerFormat format, Upstream upstream) {
        this.symbols = List.copyOf(symbols);
        this.format = format;
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return "ticker";
    }

    @Override
    public boolean isResting() {
        return upstream.isResting();
    }

    @Override
    public List<Observation> observe(Instant slot) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return answersOf(symbols.stream().map(symbol -> threads.submit(() -> observe(symbol, slot))).toList());
        }
    }

    private Observation observe(Symbol symbol, Instant slot) {
        var answer = upstream.get(format.addressOf(symbol));
        try {
            var time = format.time().isPresent() ? moment(find(answer, format.time().orElseThrow())) : slot;
            return new Observation(symbol, find(answer, format.bid()), find(answer, format.ask()), time);
        } catch (IOException | DateTimeParseException e) {
            throw new Unavailable("unreadable answer");
        }
    }

    private static List<Observation> answersOf(List<Future<Observation>> questions) {
        var answers = new ArrayList<Observation>(questions.size());
        var failure = Optional.<Unavailable>empty();
        for (var question : questions) {
            try {
                answers.add(question.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Unavailable unavailable)) {
                    throw new IllegalStateException(e.getCause());
                }
                failure = Optional.of(unavailable);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("interrupted");
            }
        }
        if (answers.isEmpty() && failure.isPresent()) {
            throw failure.orElseThrow();
        }
        return answers;
    }

    /** Reads the literal text, because a conversion to a binary number would lose digits. */
    private static String find(byte[] document, String pointer) throws IOException {
        try (var parser = new FilteringParserDelegate(
                JSON.createParser(document), new JsonPointerBasedFilter(pointer), Inclusion.ONLY_INCLUDE_ALL, false)) {
            var token = parser.nextToken();
            if (token == null || !token.isScalarValue()) {
                throw new IOException("no value at " + pointer);
            }
            return parser.getText();
        }
    }

    private static Instant moment(String text) {
        boolean isNumber = !text.isEmpty() && text.length() < 16 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
    }
}
