package dev.corridor.service;

import com.fasterxml.jackson.core.JsonFactory;
import dev.corridor.application.transaction.port.GasCosts;
import dev.corridor.persistence.transaction.PostgresGasCosts;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lists what the house has paid to networks, as JSON lines, by chain, wallet and day. */
final class GasCommand implements Command {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return "gas";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0;
    }

    @Override
    public String summary() {
        return "lists what transactions on chains have cost, by chain, wallet and day";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            new PostgresGasCosts(database.owner()).totals().forEach(total -> output.println(json(total)));
            return ExitCode.DONE;
        }
    }

    private static String json(GasCosts.Total total) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("chain", total.chain().name());
            json.writeStringField("wallet", total.wallet());
            json.writeStringField("day", total.day().toString());
            json.writeNumberField("transactions", total.transactions());
            json.writeNumberField("failed", total.failed());
            json.writeStringField("units", total.units().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
