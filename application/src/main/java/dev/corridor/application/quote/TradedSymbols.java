package dev.corridor.application.quote;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.Asset;
import java.util.List;

/** By what a conversion is priced. */
final class TradedSymbols {

    private TradedSymbols() {}

    static Symbol between(Asset from, Asset to, ExchangeRates rates) {
        var symbols = rates.symbols();
        return symbols.between(from, to)
                .orElseThrow(() -> new BusinessException(cannotBeBought(from, to, symbols.partnersOf(from))));
    }

    private static AssetNotSupported cannotBeBought(Asset from, Asset to, List<Asset> others) {
        var fault = new FieldFault("toAsset", "cannot be bought with " + from + ": there is no rate");
        return new AssetNotSupported(to.code(), others.stream().map(Asset::code).toList(), List.of(fault));
    }
}
