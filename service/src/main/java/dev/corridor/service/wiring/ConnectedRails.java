package dev.corridor.service.wiring;

import dev.corridor.application.reconciliation.BankComparison;
import dev.corridor.application.reconciliation.ChainComparison;
import dev.corridor.application.reconciliation.RailComparison;
import dev.corridor.chain.evm.EvmRecord;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.funding.PostgresFundingMethods;
import dev.corridor.persistence.reconciliation.PostgresRailBooks;
import dev.corridor.service.rails.Rails;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rails of the file, as the books are compared with them. */
public final class ConnectedRails {

    private ConnectedRails() {}

    /** Simulated rails say nothing that could be compared. */
    public static List<RailComparison> comparisons(Rails rails, DataSource dataSource) {
        var books = new PostgresRailBooks(dataSource);
        var methods = new PostgresFundingMethods(dataSource, AssetCatalogue.STANDARD, BatchScope.ANY);
        var chains = rails.chains().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .map(rail -> new EvmRecord(rail.settings(), rail.signer().address(), rail.deposits().isPresent()))
                .map(record -> new ChainComparison(record, books, methods));
        return Stream.<RailComparison>concat(chains, rails.banks().stream().map(bank -> new BankComparison(bank.name(), books))).toList();
    }
}
