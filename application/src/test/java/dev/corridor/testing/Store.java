package dev.corridor.testing;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
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

/** All ports that keep something, over one and the same data. */
public interface Store {

    Organizations organizations();

    Letters letters();

    ApiKeys apiKeys();

    Credentials credentials();

    KeyUses keyUses();

    Nonces nonces();

    AuditTrail auditTrail();

    Users users();

    Operators operators();

    Proposals proposals();

    Sessions sessions();

    Registry registry();

    Accounts accounts();

    Beneficiaries beneficiaries();

    Quotes quotes();

    FeeSchedules feeSchedules();

    PayoutControlBook payoutControlBook();

    Transactions transactions();

    Holds holds();

    PayoutBatches payoutBatches();

    Outbox outbox();

    FundingMethods fundingMethods();

    Receipts receipts();
    BankOutbox bankOutbox();

    BankInbox bankInbox();

    NetworkOutbox networkOutbox();

    GasCosts gasCosts();

    DepositCursors depositCursors();

    ExpiredAnswers expiredAnswers();

    UnusedQuotes unusedQuotes();

    Ticks ticks();

    Candles candles();

    RecentTrades recentTrades();

    Events events();

    Connections connections();

    Tickets tickets();

    Endpoints endpoints();

    Deliveries deliveries();

    Books books();

    SettledTime settledTime();

    /** From now on decisions are taken at that time, and make those identifiers; until then at the time that it is. */
    void keepTime(InstantSource clock, TimeOrderedIds ids);
}
