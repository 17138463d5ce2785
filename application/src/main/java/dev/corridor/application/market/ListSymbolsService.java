package dev.corridor.application.market;

public final class ListSymbolsService implements ListSymbols {

    private final CurrentRates rates;

    public ListSymbolsService(CurrentRates rates) {
        this.rates = rates;
    }

    @Override
    public Listing list(Command command) {
        var wanted = rates.symbols().all().stream()
                .filter(symbol -> command.types().contains(symbol.type()))
                .toList();
        var page = wanted.stream()
                .skip(command.offset())
                .limit(command.limit())
                .map(symbol -> new Listed(symbol, rates.fresh(symbol)))
                .toList();
        return new Listing(page, wanted.size());
    }
}
