package dev.corridor.persistence.testing;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.SettledTime;
import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.feed.port.Tickets;
import dev.corridor.application.funding.port.BankInbox;
import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.application.organization.port.Letters;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.quote.port.UnusedQuotes;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.GasCosts;
import dev.corridor.application.transaction.port.Holds;
import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.PostgresSettledTime;
import dev.corridor.persistence.access.PostgresApiKeys;
import dev.corridor.persistence.access.PostgresCredentials;
import dev.corridor.persistence.access.PostgresKeyUses;
import dev.corridor.persistence.access.PostgresNonces;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.audit.PostgresAuditTrail;
import dev.corridor.persistence.beneficiary.PostgresBeneficiaries;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.delivery.PostgresDeliveries;
import dev.corridor.persistence.fee.PostgresFeeSchedules;
import dev.corridor.persistence.feed.PostgresConnections;
import dev.corridor.persistence.feed.PostgresEvents;
import dev.corridor.persistence.feed.PostgresTickets;
import dev.corridor.persistence.funding.PostgresBankInbox;
import dev.corridor.persistence.funding.PostgresDepositCursors;
import dev.corridor.persistence.funding.PostgresFundingMethods;
import dev.corridor.persistence.funding.PostgresReceipts;
import dev.corridor.persistence.idempotency.PostgresExpiredAnswers;
import dev.corridor.persistence.lane.LaneMeter;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.market.PostgresCandles;
import dev.corridor.persistence.market.PostgresRecentTrades;
import dev.corridor.persistence.market.PostgresTicks;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.operator.PostgresProposals;
import dev.corridor.persistence.organization.PostgresLetters;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.persistence.quote.PostgresQuotes;
import dev.corridor.persistence.quote.PostgresUnusedQuotes;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.transaction.PostgresBankOutbox;
import dev.corridor.persistence.transaction.PostgresGasCosts;
import dev.corridor.persistence.transaction.PostgresHolds;
import dev.corridor.persistence.transaction.PostgresNetworkOutbox;
import dev.corridor.persistence.transaction.PostgresOutbox;
import dev.corridor.persistence.transaction.PostgresPayoutBatches;
import dev.corridor.persistence.transaction.PostgresPayoutControlBook;
import dev.corridor.persistence.transaction.PostgresTransactions;
import dev.corridor.persistence.user.PostgresSessions;
import dev.corridor.persistence.user.PostgresUsers;
import dev.corridor.persistence.webhook.PostgresEndpoints;
import dev.corridor.testing.Store;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Every port on one database. Close before the database. */
public record PostgresStore(
        Organizations organizations,
        Letters letters,
        ApiKeys apiKeys,
        Credentials credentials,
        KeyUses keyUses,
        Nonces nonces,
        AuditTrail auditTrail,
        Users users,
        Operators operators,
        Proposals proposals,
        Sessions sessions,
        Registry registry,
        Accounts accounts,
        Beneficiaries beneficiaries,
        Quotes quotes,
        FeeSchedules feeSchedules,
        PayoutControlBook payoutControlBook,
        Transactions transactions,
        Holds holds,
        PayoutBatches payoutBatches,
        Outbox outbox,
        FundingMethods fundingMethods,
        Receipts receipts,
        BankOutbox bankOutbox,
        BankInbox bankInbox,
        NetworkOutbox networkOutbox,
        GasCosts gasCosts,
        DepositCursors depositCursors,
        ExpiredAnswers expiredAnswers,
        UnusedQuotes unusedQuotes,
        Ticks ticks,
        Candles candles,
        RecentTrades recentTrades,
        Events events,
        Connections connections,
        Tickets tickets,
        Endpoints endpoints,
        Deliveries deliveries,
        PostgresBooks books,
        SettledTime settledTime,
        TestTime time)
        implements Store, AutoCloseable {

    public static PostgresStore on(DataSource dataSource) {
        return on(dataSource, dataSource, LaneSettings.STANDARD);
    }

    /** @param booksSource for the books; readers use the other one */
    public static PostgresStore on(DataSource dataSource, DataSource booksSource, LaneSettings settings) {
        var assets = AssetCatalogue.STANDARD;
        var time = new TestTime();
        return new PostgresStore(
                new PostgresOrganizations(dataSource),
                new PostgresLetters(dataSource),
                new PostgresApiKeys(dataSource),
                new PostgresCredentials(dataSource),
                new PostgresKeyUses(dataSource),
                new PostgresNonces(dataSource),
                new PostgresAuditTrail(dataSource),
                new PostgresUsers(dataSource),
                new PostgresOperators(dataSource),
                new PostgresProposals(dataSource),
                new PostgresSessions(dataSource),
                new PostgresRegistry(dataSource),
                new PostgresAccounts(dataSource, assets, settings.batchScope()),
                new PostgresBeneficiaries(dataSource, assets),
                new PostgresQuotes(dataSource, assets, settings.batchScope()),
                new PostgresFeeSchedules(dataSource, assets),
                new PostgresPayoutControlBook(dataSource, assets),
                new PostgresTransactions(dataSource, assets),
                new PostgresHolds(dataSource),
                new PostgresPayoutBatches(dataSource, assets, settings.batchScope()),
                new PostgresOutbox(dataSource, assets, settings.batchScope()),
                new PostgresFundingMethods(dataSource, assets, settings.batchScope()),
                new PostgresReceipts(dataSource, assets),
                new PostgresBankOutbox(dataSource, assets, settings.batchScope()),
                new PostgresBankInbox(dataSource),
                new PostgresNetworkOutbox(dataSource, assets, settings.batchScope()),
                new PostgresGasCosts(dataSource),
                new PostgresDepositCursors(dataSource),
                new PostgresExpiredAnswers(dataSource),
                new PostgresUnusedQuotes(dataSource),
                new PostgresTicks(dataSource),
                new PostgresCandles(dataSource),
                new PostgresRecentTrades(dataSource, assets),
                new PostgresEvents(dataSource, assets, settings.batchScope()),
                new PostgresConnections(dataSource),
                new PostgresTickets(dataSource),
                new PostgresEndpoints(dataSource),
                new PostgresDeliveries(dataSource, settings.batchScope()),
                new PostgresBooks(booksSource, assets, settings, time, LaneMeter.NONE),
                new PostgresSettledTime(dataSource, time),
                time);
    }

    @Override
    public void keepTime(InstantSource clock, TimeOrderedIds ids) {
        time.set(clock, ids);
    }

    @Override
    public void close() {
        books.close();
    }
}
