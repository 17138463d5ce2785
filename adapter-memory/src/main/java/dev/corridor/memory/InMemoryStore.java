package dev.corridor.memory;

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
import java.time.InstantSource;

/**
 * Every port that keeps something, over one and the same memory. What it holds is lost with it. An app that keeps some of it elsewhere makes
 * the record anew with its own ports in their places.
 */
public record InMemoryStore(
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
        InMemoryBooks books,
        SettledTime settledTime) {

    /**
     * @param clock in whole milliseconds, which is what the API can say
     * @param ids of transactions
     */
    public static InMemoryStore empty(InstantSource clock, TimeOrderedIds ids) {
        var memory = new Memory(clock, ids);
        var deliveries = new InMemoryDeliveries(memory);
        var market = new InMemoryMarket(memory::hasPriced);
        return new InMemoryStore(
                new InMemoryOrganizations(memory),
                new InMemoryLetters(memory),
                new InMemoryApiKeys(memory),
                new InMemoryCredentials(memory),
                new InMemoryKeyUses(memory),
                new InMemoryNonces(),
                new InMemoryAuditTrail(memory),
                new InMemoryUsers(memory),
                new InMemoryOperators(memory),
                new InMemoryProposals(memory),
                new InMemorySessions(memory),
                new InMemoryRegistry(memory, deliveries),
                new InMemoryAccounts(memory),
                new InMemoryBeneficiaries(memory),
                new InMemoryQuotes(memory),
                new InMemoryFeeSchedules(memory),
                new InMemoryPayoutControlBook(memory),
                new InMemoryTransactions(memory),
                new InMemoryHolds(memory),
                new InMemoryPayoutBatches(memory),
                new InMemoryOutbox(memory),
                new InMemoryFundingMethods(memory),
                new InMemoryReceipts(memory),
                new InMemoryBankOutbox(memory),
                new InMemoryBankInbox(),
                new InMemoryNetworkOutbox(memory),
                new InMemoryGasCosts(memory),
                new InMemoryDepositCursors(memory),
                new InMemoryExpiredAnswers(memory),
                new InMemoryUnusedQuotes(memory),
                market,
                market,
                new InMemoryRecentTrades(memory),
                new InMemoryEvents(memory),
                new InMemoryConnections(),
                new InMemoryTickets(),
                new InMemoryEndpoints(memory),
                deliveries,
                new InMemoryBooks(memory),
                () -> {
                    synchronized (memory) {
                        return memory.moment().now();
                    }
                });
    }
}
