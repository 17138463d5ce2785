package dev.corridor.portal.account;

import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.portal.page.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An account with its statement of one asset.
 *
 * @param from the first day, as it was asked for; empty for the beginning of the month
 * @param until the last day
 * @param statement empty if the account has never held anything, or the period was refused
 */
record Sheet(
        GetAccount.Result account,
        List<Asset> assets,
        Optional<Asset> asset,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Statement> statement,
        Optional<Refusal> refusal) {

    Chart chart() {
        return Chart.of(statement.orElseThrow());
    }

    boolean isChosen(Asset one) {
        return asset.filter(one::equals).isPresent();
    }
}
