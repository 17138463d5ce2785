package dev.corridor.service.blackbox;

import java.nio.file.Path;
import java.sql.SQLException;

/** The number of completed quotes, trades and payouts. */
record Rounds(long quotes, long trades, long payouts) {

    static Rounds in(Path dataDirectory) throws SQLException {
        try (var owner = Owner.ofDatabaseIn(dataDirectory)) {
            return new Rounds(
                    owner.count("quotes"),
                    owner.count("transactions where type = 'TRADE'"),
                    owner.count("transactions where type = 'CRYPTO_PAYOUT'"));
        }
    }

    static Rounds answered(Load load) {
        return new Rounds(load.quotes().size(), load.trades().size(), load.payouts().size());
    }

    Rounds plus(Rounds others) {
        return new Rounds(quotes + others.quotes, trades + others.trades, payouts + others.payouts);
    }
}
