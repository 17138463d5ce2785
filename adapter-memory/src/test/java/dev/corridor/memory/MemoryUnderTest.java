package dev.corridor.memory;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Posted;
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
import dev.corridor.testing.MovableTime;
import dev.corridor.testing.Store;
import java.time.InstantSource;
import java.util.List;

/** The ports in memory, as the contracts ask for them. */
record MemoryUnderTest(InMemoryStore ports, MovableTime time) implements Store {

    static MemoryUnderTest empty() {
        var time = new MovableTime();
        return new MemoryUnderTest(InMemoryStore.empty(time, time), time);
    }

    List<Posted> postings() {
        return ports.books().postings();
    }

    @Override
    public Organizations organizations() {
        return ports.organizations();
    }

    @Override
    public Letters letters() {
        return ports.letters();
    }

    @Override
    public ApiKeys apiKeys() {
        return ports.apiKeys();
    }

    @Override
    public Credentials credentials() {
        return ports.credentials();
    }

    @Override
    public KeyUses keyUses() {
        return ports.keyUses();
    }

    @Override
    public Nonces nonces() {
        return ports.nonces();
    }

    @Override
    public AuditTrail auditTrail() {
        return ports.auditTrail();
    }

    @Override
    public Operators operators() {
        return ports.operators();
    }

    @Override
    public Proposals proposals() {
        return ports.proposals();
    }

    @Override
    public Users users() {
        return ports.users();
    }

    @Override
    public Sessions sessions() {
        return ports.sessions();
    }

    @Override
    public Registry registry() {
        return ports.registry();
    }

    @Override
    public Accounts accounts() {
        return ports.accounts();
    }

    @Override
    public Beneficiaries beneficiaries() {
        return ports.beneficiaries();
    }

    @Override
    public Quotes quotes() {
        return ports.quotes();
    }

    @Override
    public PayoutControlBook payoutControlBook() {
        return ports.payoutControlBook();
    }

    @Override
    public Holds holds() {
        return ports.holds();
    }

    @Override
    public PayoutBatches payoutBatches() {
        return ports.payoutBatches();
    }

    @Override
    public FeeSchedules feeSchedules() {
        return ports.feeSchedules();
    }

    @Override
    public Transactions transactions() {
        return ports.transactions();
    }

    @Override
    public Outbox outbox() {
        return ports.outbox();
    }

    @Override
    public FundingMethods fundingMethods() {
        return ports.fundingMethods();
    }

    @Override
    public Receipts receipts() {
        return ports.receipts();
    }

    @Override
    public BankInbox bankInbox() {
        return ports.bankInbox();
    }

    @Override
    public NetworkOutbox networkOutbox() {
        return ports.networkOutbox();
    }

    @Override
    public BankOutbox bankOutbox() {
        return ports.bankOutbox();
    }

    @Override
    public GasCosts gasCosts() {
        return ports.gasCosts();
    }

    @Override
    public DepositCursors depositCursors() {
        return ports.depositCursors();
    }

    @Override
    public ExpiredAnswers expiredAnswers() {
        return ports.expiredAnswers();
    }

    @Override
    public UnusedQuotes unusedQuotes() {
        return ports.unusedQuotes();
    }

    @Override
    public Ticks ticks() {
        return ports.ticks();
    }

    @Override
    public Candles candles() {
        return ports.candles();
    }

    @Override
    public RecentTrades recentTrades() {
        return ports.recentTrades();
    }

    @Override
    public Events events() {
        return ports.events();
    }

    @Override
    public Connections connections() {
        return ports.connections();
    }

    @Override
    public Tickets tickets() {
        return ports.tickets();
    }

    @Override
    public Endpoints endpoints() {
        return ports.endpoints();
    }

    @Override
    public Deliveries deliveries() {
        return ports.deliveries();
    }

    @Override
    public Books books() {
        return ports.books();
    }

    @Override
    public SettledTime settledTime() {
        return ports.settledTime();
    }

    @Override
    public void keepTime(InstantSource clock, TimeOrderedIds ids) {
        time.follow(clock, ids);
    }
}
